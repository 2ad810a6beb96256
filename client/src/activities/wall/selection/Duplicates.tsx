import type { Refusal, WallNote } from '@escale/shared'
import { sameNotes, type WallEdit } from '@escale/shared/activities/wall'
import { useMemo } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useSortingTexts } from '../sorting/texts.ts'
import type { Wall } from '../use-wall.ts'
import css from './dialogs.module.css'

interface DuplicatesProps {
  readonly wall: Wall
  readonly done: (refusal: Refusal | null, said: string) => boolean
  readonly onClose: () => void
}

const EXCERPT_CHARS = 80
/** More groups than this are worked off in turns. */
const SHOWN_MAX = 50

const merging = ([first, ...others]: readonly WallNote[]): WallEdit => ({
  type: 'merge',
  into: first?.id ?? '',
  notes: others.map((note) => note.id),
})

/** Notes that say the same, to be made one: each group by itself, or all. */
export function Duplicates({ wall, done, onClose }: DuplicatesProps) {
  const t = useSortingTexts()
  const groups = useMemo(() => sameNotes(wall.notes).slice(0, SHOWN_MAX), [wall.notes])
  // One deed each, so that each is undone by itself.
  const merge = async (some: readonly (readonly WallNote[])[]) => {
    for (const group of some) if (!done(await wall.ask([merging(group)]), t('merged'))) return
  }
  return (
    <Dialog
      open
      title={t('duplicates-title')}
      onClose={onClose}
      footer={
        <>
          {groups.length > 1 ? (
            <Button variant="primary" onClick={() => void merge(groups)}>
              {t('duplicates-all')}
            </Button>
          ) : null}
          <Button variant="quiet" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <div className={css['body']}>
        <p>{t(groups.length === 0 ? 'duplicates-none' : 'duplicates-hint')}</p>
        <ul className={css['list']}>
          {groups.map((group) => {
            const text = group[0]?.text ?? ''
            const count = group.length
            return (
              <li key={group[0]?.id} className={css['same']}>
                <span className={css['words']}>
                  {text} <span className={css['times']}>{t('duplicates-times', { count })}</span>
                </span>
                <Button
                  size="s"
                  aria-label={t('duplicates-one', { count, text: text.slice(0, EXCERPT_CHARS) })}
                  onClick={() => void merge([group])}
                >
                  {t('merge')}
                </Button>
              </li>
            )
          })}
        </ul>
      </div>
    </Dialog>
  )
}
