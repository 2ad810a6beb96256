import { itemsByZone, notesOf, type WallNote } from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'
import { Redo2, Undo2 } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Stage } from '../../kit/views.ts'
import { attachDrag } from '../moving/drag.ts'
import { useMoves } from '../moving/use-moves.ts'
import { RenameStack } from '../selection/dialogs.tsx'
import { SelectionBar } from '../selection/SelectionBar.tsx'
import type { SelectionStore } from '../selection/selection.ts'
import { useUndo } from '../undo/use-undo.ts'
import type { Wall } from '../use-wall.ts'
import css from './Tools.module.css'
import { useSortingTexts } from './texts.ts'
import { pressKey } from './use-keys.ts'
import type { PaneHands } from './WallPane.tsx'

interface ToolsProps {
  readonly stage: Stage<WallView>
  readonly wall: Wall
  readonly root: RefObject<HTMLDivElement | null>
  /** Where the selection's bar stands. */
  readonly slot: HTMLElement | null
  readonly hands: RefObject<PaneHands>
  readonly selection: SelectionStore
  readonly selecting: boolean
  readonly setSelecting: (selecting: boolean) => void
  readonly pick: (ids: readonly string[], isRange: boolean) => void
  readonly hints: Map<string, number>
  readonly onWrite: (() => void) | undefined
  readonly render: (note: WallNote) => ReactNode
}

/** What one sorts a wall with: the selection, undo and redo, drags and keys. */
export function Tools(props: ToolsProps) {
  const { stage, wall, root, slot, hands, selection, selecting, setSelecting, pick, hints, onWrite } = props
  const { view } = stage
  const t = useSortingTexts()
  const [told, setTold] = useState('')
  const [renaming, setRenaming] = useState<string | null>(null)
  const undoing = useUndo(wall, setTold)
  const moves = useMoves(wall, view.zones)
  const { mayMove, drop, find } = moves

  const everything = () =>
    hands.current.shown?.() ??
    itemsByZone(wall, view.zones).flatMap(({ items }) => items.flatMap(notesOf).map((note) => note.id))
  const pickAll = () => {
    const may = new Set(
      wall.notes
        .filter((note) => wall.mayEdit(note) || wall.mayMove(note) || wall.mayRemove(note))
        .map((note) => note.id),
    )
    selection.getState().only(everything().filter((id) => may.has(id)))
  }
  hands.current.onRename = setRenaming
  hands.current.onKey = (event) =>
    pressKey(event, {
      onUndo: undoing.go,
      onWrite,
      onPick: (ids) => {
        setSelecting(true)
        pick(ids, false)
      },
      onPickAll: pickAll,
      onEscape: () => {
        if (!selecting) return false
        if (selection.getState().ids.size > 0) selection.getState().clear()
        else setSelecting(false)
        return true
      },
      onStep: (id, step) =>
        void moves.step(id, step).then((landed) => {
          if (landed) announce(t('placed-at', { at: landed.at + 1, count: landed.count }))
        }),
      selecting,
    })

  useEffect(() => {
    const element = root.current
    if (!element || selecting) return
    return attachDrag(element, {
      mayDrag: (id) => {
        const item = find(id)?.item
        return item !== undefined && mayMove(item)
      },
      onDrop: (id, { zone, beside, after, column }) => {
        if (column !== undefined) hints.set(id, column)
        void drop(id, zone, beside, after).then((isThere) => {
          if (!isThere) setTold(t('drag-gone'))
        })
      },
    })
  }, [root, selecting, find, mayMove, drop, hints, t])

  const renamed = wall.stacks.find((stack) => stack.id === renaming)
  return (
    <>
      <Button
        size="s"
        square
        variant="quiet"
        aria-label={t('undo')}
        title={t('undo')}
        aria-disabled={!undoing.canUndo || undefined}
        onClick={() => undoing.go('undo')}
      >
        <Icon of={Undo2} />
      </Button>
      <Button
        size="s"
        square
        variant="quiet"
        aria-label={t('redo')}
        title={t('redo')}
        aria-disabled={!undoing.canRedo || undefined}
        onClick={() => undoing.go('redo')}
      >
        <Icon of={Redo2} />
      </Button>
      {told ? (
        <Notice tone="warning" role="alert" onDismiss={() => setTold('')} className={css['told']}>
          {told}
        </Notice>
      ) : null}
      {selecting && slot
        ? createPortal(
            <SelectionBar {...{ stage, wall, selection, moves, tell: setTold }} onAll={pickAll} />,
            slot,
          )
        : null}
      {renamed ? <RenameStack stack={renamed} wall={wall} onClose={() => setRenaming(null)} /> : null}
    </>
  )
}
