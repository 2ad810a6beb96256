import type { WallNote } from '@escale/shared'
import type { WallZone } from '@escale/shared/activities/wall'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useWallTexts } from './texts.ts'
import css from './UndoBar.module.css'
import type { Wall } from './use-wall.ts'

const NoteSheet = lazy(async () => ({ default: (await import('./NoteSheet.tsx')).NoteSheet }))

const UNDO_MS = 12_000

/** Opening a note, saving it, deleting it and changing one's mind. `layer` is to be rendered somewhere. */
export function useNoteEditing(
  wall: Wall,
  zones: readonly WallZone[],
): { readonly open: (note: WallNote) => void; readonly layer: ReactNode } {
  const t = useWallTexts()
  const [opened, setOpened] = useState<WallNote | null>(null)
  const [undo, setUndo] = useState<(() => void) | null>(null)
  const { remove, mayRemove } = wall
  const open = useCallback((note: WallNote) => setOpened(note), [])

  useEffect(() => {
    if (undo === null) return
    const timer = setTimeout(() => setUndo(null), UNDO_MS)
    return () => clearTimeout(timer)
  }, [undo])

  const layer = (
    <>
      {opened ? (
        <Suspense>
          <NoteSheet
            wall={wall}
            zones={zones}
            note={opened}
            onDelete={mayRemove(opened) ? () => setUndo(() => remove(opened)) : undefined}
            onClose={() => setOpened(null)}
          />
        </Suspense>
      ) : null}
      {undo ? (
        <div className={css['bar']} role="status">
          <span>{t('deleted')}</span>
          <Button
            size="s"
            onClick={() => {
              undo()
              setUndo(null)
            }}
          >
            {t('undo')}
          </Button>
        </div>
      ) : null}
    </>
  )
  return { open, layer }
}
