import type { WallNote } from '@escale/shared'
import { SHARED_WALL, type WallEdit, type WallView } from '@escale/shared/activities/wall'
import {
  CopyX,
  EyeOff,
  FolderInput,
  Layers,
  type LucideIcon,
  Merge,
  Palette,
  SquareStack,
  Trash2,
  Ungroup,
} from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { useRefusalTexts } from '../../../i18n/refusal-texts.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import type { Stage } from '../../kit/views.ts'
import { useMeanings } from '../categories.tsx'
import type { Moves } from '../moving/use-moves.ts'
import { useSortingTexts } from '../sorting/texts.ts'
import type { Wall } from '../use-wall.ts'
import { Duplicates } from './Duplicates.tsx'
import { GroupNotes, MergeNotes, MoveNotes, PaintNotes } from './dialogs.tsx'
import css from './SelectionBar.module.css'
import type { SelectionStore } from './selection.ts'

interface SelectionBarProps {
  readonly stage: Stage<WallView>
  readonly wall: Wall
  readonly selection: SelectionStore
  readonly moves: Moves
  readonly onAll: () => void
  /** Shows what must not be missed. */
  readonly tell: (text: string) => void
}

type Asking = 'move' | 'group' | 'merge' | 'paint' | 'duplicates'

interface Tool {
  readonly key: string
  readonly label: string
  readonly icon: LucideIcon
  readonly may: boolean
  readonly run: () => void
}

/** What is done with all the picked notes together. */
export function SelectionBar({ stage, wall, selection, moves, onAll, tell }: SelectionBarProps) {
  const { view } = stage
  const t = useSortingTexts()
  const reasons = useRefusalTexts()
  const meanings = useMeanings()
  const ids = useStore(selection, (state) => state.ids)
  const [asking, setAsking] = useState<Asking | null>(null)
  // In the order of the wall; what was taken off meanwhile is not picked any more.
  const notes = useMemo(() => wall.notes.filter((note) => ids.has(note.id)), [wall.notes, ids])
  const count = notes.length
  useEffect(() => announce(t('picked', { count })), [t, count])

  const done = (refusal: Awaited<ReturnType<Wall['ask']>>, said: string): boolean => {
    if (refusal === null) announce(said)
    else tell(t('refused', { reason: reasons(refusal) }))
    return refusal === null
  }
  const ask = async (edits: readonly WallEdit[], said: string, isOver = false) => {
    if (done(await wall.ask(edits), said) && isOver) selection.getState().clear()
  }
  const all = (may: (note: WallNote) => boolean) => count > 0 && notes.every(may)
  const mayMerge = wall.mayWithAll(['edit', 'move', 'remove'])
  const mayStack = wall.mayWithAll(['move'])
  const stacked = notes.filter((note) => note.stack !== '')
  const picked = notes.map((note) => note.id)
  const takeOut = () => {
    const edits = [...new Set(stacked.map((note) => note.stack))].map(
      (stack): WallEdit => ({
        type: 'unstack',
        stack,
        notes: stacked.filter((note) => note.stack === stack).map((note) => note.id),
      }),
    )
    return ask(edits, t('taken-out'))
  }
  const tools: readonly Tool[] = [
    {
      key: 'move',
      label: t('move'),
      icon: FolderInput,
      may: all(wall.mayMove),
      run: () => setAsking('move'),
    },
    ...(mayStack
      ? [
          {
            key: 'group',
            label: t('group'),
            icon: SquareStack,
            may: count > 0,
            run: () => setAsking('group'),
          },
          {
            key: 'take-out',
            label: t('take-out'),
            icon: Ungroup,
            may: stacked.length > 0,
            run: () => void takeOut(),
          },
        ]
      : []),
    ...(mayMerge
      ? [{ key: 'merge', label: t('merge'), icon: Merge, may: count > 1, run: () => setAsking('merge') }]
      : []),
    {
      key: 'paint',
      label: t(meanings.size > 0 ? 'paint-category' : 'paint'),
      icon: Palette,
      may: all(wall.mayEdit),
      run: () => setAsking('paint'),
    },
    wall.isDriver
      ? {
          key: 'aside',
          label: t('aside'),
          icon: EyeOff,
          may: count > 0,
          run: () => void ask([{ type: 'shelve', from: SHARED_WALL, notes: picked }], t('set-aside'), true),
        }
      : {
          key: 'remove',
          label: t('remove'),
          icon: Trash2,
          may: all(wall.mayRemove),
          run: () =>
            void ask(
              notes.map(({ id }) => ({ type: 'remove', id, ...wall.secretOf(id) })),
              t('removed'),
              true,
            ),
        },
    ...(mayMerge
      ? [
          {
            key: 'duplicates',
            label: t('duplicates'),
            icon: CopyX,
            may: true,
            run: () => setAsking('duplicates'),
          },
        ]
      : []),
  ]
  const onKeyDown = (event: KeyboardEvent) => {
    const way = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (way === 0 || !(event.target instanceof HTMLButtonElement)) return
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    buttons[(buttons.indexOf(event.target) + way + buttons.length) % buttons.length]?.focus()
    event.preventDefault()
  }
  const close = () => setAsking(null)
  const sheet = { notes, wall, done, onClose: close }

  return (
    <>
      <div className={css['bar']} role="toolbar" aria-label={t('toolbar')} onKeyDown={onKeyDown}>
        <p className={css['count']}>
          <Icon of={Layers} /> {count === 0 ? t('pick-hint') : t('picked', { count })}
        </p>
        <div className={css['tools']}>
          <Button
            size="s"
            variant="quiet"
            onClick={() => (count > 0 ? selection.getState().clear() : onAll())}
          >
            {t(count > 0 ? 'pick-none' : 'pick-all')}
          </Button>
          {tools.map(({ key, label, icon, may, run }) => (
            <Button
              key={key}
              size="s"
              aria-disabled={!may || undefined}
              onClick={() => {
                if (may) run()
              }}
            >
              <Icon of={icon} /> {label}
            </Button>
          ))}
        </div>
      </div>
      {asking === 'move' ? <MoveNotes {...sheet} zones={view.zones} moves={moves} /> : null}
      {asking === 'group' ? <GroupNotes {...sheet} /> : null}
      {asking === 'merge' ? <MergeNotes {...sheet} selection={selection} /> : null}
      {asking === 'paint' ? <PaintNotes {...sheet} /> : null}
      {asking === 'duplicates' ? <Duplicates wall={wall} done={done} onClose={close} /> : null}
    </>
  )
}
