import { isStacked, type WallItem, type WallNote } from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'
import { CopyCheck, Maximize2, Minimize2 } from 'lucide-react'
import {
  type ClipboardEvent,
  type DragEvent,
  lazy,
  type MouseEvent,
  type ReactNode,
  Suspense,
  use,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useStore } from 'zustand'
import { idleMoment, savesData } from '../../../connection/at-hand.ts'
import { classNames } from '../../../styles/class-names.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import type { Stage } from '../../kit/views.ts'
import { useMeanings } from '../categories.tsx'
import type { Beginning } from '../kept-notes.ts'
import { ColumnHints } from '../moving/column-hints.ts'
import { pictureIn } from '../paper/picture-in.ts'
import { Pick } from '../selection/Pick.tsx'
import { createSelection, SelectionContext } from '../selection/selection.ts'
import { StackCard } from '../stacks/StackCard.tsx'
import type { Wall } from '../use-wall.ts'
import type { PaneHands } from './pane-hands.ts'
import { usePaneTexts } from './pane-texts.ts'
import { useEnlarged } from './use-enlarged.ts'
import { useViewChoice, type ViewChoice } from './view-choice.ts'
import css from './WallPane.module.css'

const Tools = lazy(async () => ({ default: (await import('./Tools.tsx')).Tools }))
const NoteList = lazy(async () => ({ default: (await import('../list/NoteList.tsx')).NoteList }))

interface WallPaneProps {
  readonly stage: Stage<WallView>
  readonly wall: Wall
  /** One note as a paper. Must stay the same function while nothing changed. */
  readonly render: (note: WallNote) => ReactNode
  readonly open: (note: WallNote) => void
  /** `N`, a double press, or a picture that was pasted or dropped on the wall: undefined while nobody may write. */
  readonly onWrite?: ((beginning?: Beginning) => void) | undefined
  /** More that is done with the wall as it is seen. */
  readonly tools?: ReactNode
  /** The wall in its layout, its items rendered by `item`. */
  readonly layout: (item: (item: WallItem) => ReactNode) => ReactNode
}

const CHOICES = ['wall', 'list'] as const satisfies readonly ViewChoice[]

/** A wall to work on: as its layout shows it or as a list, with what one sorts it with. */
export function WallPane({ stage, wall, render, open, onWrite, tools = null, layout }: WallPaneProps) {
  const { view } = stage
  const t = usePaneTexts()
  const meanings = useMeanings()
  const [choice, choose] = useViewChoice()
  // In the console others ask what is picked, too.
  const [own] = useState(createSelection)
  const selection = use(SelectionContext) ?? own
  const selecting = useStore(selection, (state) => state.isOn)
  const setSelecting = useCallback((isOn: boolean) => selection.getState().turn(isOn), [selection])
  const [hints] = useState(() => new Map<string, number>())
  const root = useRef<HTMLDivElement>(null)
  const { isLarge, toggle } = useEnlarged(root)
  const [slot, setSlot] = useState<HTMLDivElement | null>(null)
  const hands = useRef<PaneHands>({ onKey: () => {}, onRename: undefined, shown: null })
  const anchor = useRef<string | null>(null)
  // Facilitators sort; a participant's phone fetches what one sorts with once it has nothing else to do.
  const [isActive, setActive] = useState(wall.isDriver)
  const hasDeeds = useStore(wall.asked, (asked) => asked.past.length > 0)
  const activate = () => setActive(true)
  const maySelect =
    wall.mayWrite && (wall.isDriver || Object.values(view.rights).some((reach) => reach !== 'none'))
  // Whoever holds a paper does not want to wait until it can be lifted.
  useEffect(() => {
    if (!maySelect || savesData()) return
    let isGone = false
    void idleMoment().then(() => {
      if (!isGone) setActive(true)
    })
    return () => {
      isGone = true
    }
  }, [maySelect])
  const { mayEdit, mayMove, mayRemove, mayWithAll, ask } = wall

  /** In, or out; with Shift everything from the last one picked to this one. */
  const pick = useCallback(
    (ids: readonly string[], isRange: boolean) => {
      const state = selection.getState()
      const [first] = ids
      const groups = [...(root.current?.querySelectorAll<HTMLElement>('[data-note]') ?? [])]
        .filter((one) => one.parentElement?.closest('[data-note]') === null)
        .map((one) => (one.dataset['note'] ?? '').split(' '))
      const rank = (id: string | undefined | null) => groups.findIndex((group) => group.includes(id ?? ''))
      const [from, to] = [rank(anchor.current), rank(first)]
      if (isRange && from >= 0 && to >= 0)
        state.add(groups.slice(Math.min(from, to), Math.max(from, to) + 1).flat())
      else if (ids.every((id) => state.ids.has(id)))
        state.only([...state.ids].filter((id) => !ids.includes(id)))
      else state.add(ids)
      anchor.current = first ?? null
    },
    [selection],
  )
  // A paper that becomes a box to tick, or a line the other way round, is another element: the focus stays with its note.
  const focused = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when papers and boxes change places
  useLayoutEffect(() => {
    if (focused.current === null || root.current?.contains(document.activeElement)) return
    if (document.activeElement !== document.body) return
    const place = root.current?.querySelector<HTMLElement>(`[data-note~="${CSS.escape(focused.current)}"]`)
    const stop = place?.matches('button') ? place : place?.querySelector<HTMLElement>('input, button')
    stop?.focus({ preventScroll: true })
  }, [selecting])
  const isBoard = view.layout !== 'columns'
  // What a lasso caught is picked: from then on there is a bar for it.
  useEffect(
    () =>
      selection.subscribe(({ ids, isOn, turn }) => {
        if (ids.size === 0 || isOn) return
        setActive(true)
        turn(true)
      }),
    [selection],
  )
  const onClick = (event: MouseEvent) => {
    // A board understands its own clicks.
    if (
      selecting ||
      !maySelect ||
      (isBoard && choice === 'wall') ||
      !(event.ctrlKey || event.metaKey || event.shiftKey)
    )
      return
    const target = event.target instanceof Element ? event.target : null
    const ids = target?.closest<HTMLElement>('[data-note]')?.dataset['note']
    if (ids === undefined) return
    event.preventDefault()
    event.stopPropagation()
    activate()
    setSelecting(true)
    pick(ids.split(' '), event.shiftKey)
  }
  const takePicture = (event: ClipboardEvent | DragEvent, data: DataTransfer) => {
    const picture = pictureIn(data)
    if (picture === undefined || onWrite === undefined) return
    event.preventDefault()
    onWrite({ photo: picture })
  }
  const onDoubleClick = ({ target }: MouseEvent) => {
    // A board writes where the hand is, a note is opened, and a control is not the wall.
    if (isBoard || choice !== 'wall' || !onWrite || !(target instanceof Element)) return
    const zone = target.closest<HTMLElement>('[data-zone]')
    if (zone && !target.closest('[data-note], [data-item], button, a, input'))
      onWrite({ zone: zone.dataset['zone'] })
  }
  const mayPick = useCallback(
    (note: WallNote) => mayEdit(note) || mayMove(note) || mayRemove(note),
    [mayEdit, mayMove, mayRemove],
  )
  const renderNote = useCallback(
    (note: WallNote) =>
      selecting ? (
        <Pick
          ids={[note.id]}
          label={[t('pick', { text: note.text }), meanings.get(note.colour)?.label]
            .filter(Boolean)
            .join(', ')}
          disabled={!mayPick(note)}
          onPick={pick}
        >
          {render(note)}
        </Pick>
      ) : (
        render(note)
      ),
    [selecting, render, pick, mayPick, meanings, t],
  )
  const mayStack = mayWithAll(['move'])
  const renderItem = useCallback(
    (item: WallItem) => {
      if (!isStacked(item)) return renderNote(item)
      const { stack, notes } = item
      if (selecting)
        return (
          <Pick
            ids={notes.map((note) => note.id)}
            label={t('pick-stack', { title: stack.title || t('unnamed') })}
            disabled={!notes.every(mayPick)}
            onPick={pick}
          >
            <StackCard stack={stack} notes={notes} render={render} still />
          </Pick>
        )
      return (
        <StackCard
          stack={stack}
          notes={notes}
          render={render}
          {...(mayStack
            ? {
                onRename: ({ id }) => hands.current.onRename?.(id),
                onUngroup: ({ id }) => void ask([{ type: 'unstack', stack: id }]),
              }
            : {})}
        />
      )
    },
    [renderNote, render, selecting, mayPick, pick, mayStack, ask, t],
  )
  // Not rendered anew for what happens beside it.
  const shown = useMemo(() => layout(renderItem), [layout, renderItem])

  return (
    <SelectionContext value={selection}>
      <ColumnHints value={hints}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that are a short way to what has a button */}
        <div
          ref={root}
          className={classNames(css['pane'], isLarge && css['large'])}
          tabIndex={-1}
          onKeyDown={(event) => hands.current.onKey(event)}
          onClickCapture={onClick}
          onFocusCapture={({ target }) => {
            activate()
            focused.current =
              target.closest<HTMLElement>('[data-note]')?.dataset['note']?.split(' ')[0] ?? null
          }}
          onDoubleClick={onDoubleClick}
          onPaste={(event) => takePicture(event, event.clipboardData)}
          onDragOver={(event) => {
            if (onWrite && event.dataTransfer.types.includes('Files')) event.preventDefault()
          }}
          onDrop={(event) => takePicture(event, event.dataTransfer)}
          onPointerEnter={activate}
          onPointerDownCapture={activate}
        >
          <div className={css['tools']}>
            <fieldset className={css['switch']} aria-label={t('view')}>
              {CHOICES.map((one) => (
                <button
                  key={one}
                  type="button"
                  className={css['tab']}
                  aria-pressed={choice === one}
                  onClick={() => choose(one)}
                >
                  {t(`as-${one}`)}
                </button>
              ))}
            </fieldset>
            {maySelect ? (
              <Button
                size="s"
                aria-pressed={selecting}
                onClick={() => {
                  activate()
                  setSelecting(!selecting)
                }}
              >
                <Icon of={CopyCheck} /> {t(selecting ? 'done' : 'select')}
              </Button>
            ) : null}
            {toggle ? (
              <Button
                size="s"
                square
                aria-label={t('larger')}
                title={t(isLarge ? 'smaller' : 'larger')}
                aria-pressed={isLarge}
                onClick={toggle}
              >
                <Icon of={isLarge ? Minimize2 : Maximize2} />
              </Button>
            ) : null}
            {maySelect && (isActive || hasDeeds) ? (
              <Suspense>
                <Tools
                  {...{ stage, wall, root, slot, hands, selection, selecting, setSelecting, pick, hints }}
                  onWrite={onWrite}
                  render={render}
                />
              </Suspense>
            ) : null}
            {tools}
          </div>
          <div className={classNames(css['body'], selecting && css['selecting'])}>
            {choice === 'list' ? (
              <Suspense fallback={<Loading>{t('as-list')}</Loading>}>
                <NoteList {...{ stage, wall, hands, open, selecting, pick, mayPick }} />
              </Suspense>
            ) : (
              shown
            )}
          </div>
          <div ref={setSlot} className={css['slot']} />
        </div>
      </ColumnHints>
    </SelectionContext>
  )
}
