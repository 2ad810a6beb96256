import { drives, type WallNote } from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'
import { EyeOff, Lock, PenLine } from 'lucide-react'
import {
  type ComponentProps,
  type ComponentType,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useTold } from '../../a11y/use-told.ts'
import { useAtHand } from '../../connection/at-hand.ts'
import { classNames } from '../../styles/class-names.ts'
import { Button } from '../../ui/Button.tsx'
import { drawnText } from '../../ui/drawn-text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useCompany } from '../kit/company.ts'
import { useWritten } from '../kit/place.ts'
import type { Stage } from '../kit/views.ts'
import { BoardControlContext } from './board/viewport.ts'
import { Composer } from './Composer.tsx'
import { CategoriesProvider } from './categories.tsx'
import { paperFor } from './first-colour.ts'
import { FLIGHT_GOAL } from './flight.ts'
import type { Beginning } from './kept-notes.ts'
import { OwnNotes } from './OwnNotes.tsx'
import css from './Participant.module.css'
import { useSending } from './paper/use-sending.tsx'
import reading from './Reading.module.css'
import { useRevealed } from './revealed/use-revealed.ts'
import { SaveState } from './SaveState.tsx'
import { spotlit } from './spotlit.ts'
import { OfStack } from './stacks/OfStack.tsx'
import { useWallTexts } from './texts.ts'
import { Attendance } from './together/Attendance.tsx'
import { useWriting } from './together/use-writing.ts'
import { useWallPlace } from './together/wall-place.ts'
import { useArrivals } from './use-arrivals.ts'
import { useBeside } from './use-beside.ts'
import { useFinishing } from './use-finishing.ts'
import { useNoteEditing } from './use-note-editing.tsx'
import { useWall } from './use-wall.ts'
import { VoteGate } from './voting/VoteGate.tsx'
import { VotingProvider } from './voting/VotingProvider.tsx'

const WallSide = lazy(async () => ({ default: (await import('./WallSide.tsx')).WallSide }))
// Whoever comes to write needs it with the first note, not before.
const loadCard = () => import('./NoteCard.tsx')
type CardProps = ComponentProps<typeof import('./NoteCard.tsx')['NoteCard']>
/** Where its code cannot be fetched any more (the network is gone) a note still says what it says. */
const PlainCard = ({ note }: CardProps) => <p {...useWritten()}>{drawnText(note.text)}</p>
const NoteCard = lazy<ComponentType<CardProps>>(async () => {
  const loaded = await loadCard().catch(() => undefined)
  return { default: loaded?.NoteCard ?? PlainCard }
})
const BegunNote = lazy(async () => ({ default: (await import('./BegunNote.tsx')).BegunNote }))

/** Most walls lead nobody, and show no cursors. */
const BoardCursors = lazy(() => import('./together/BoardCursors.tsx'))
const Follow = lazy(() => import('./together/Follow.tsx'))
const RevealedNotice = lazy(() => import('./revealed/RevealedNotice.tsx'))

/** Writing and reading: side by side where there is room, one at a time on a phone. */
export function Participant(stage: Stage<WallView>) {
  const written = useWritten()
  const { activity, view, me } = stage
  const t = useWallTexts()
  const wall = useSending(useWall(stage, t('you')), stage)
  const { notes, mine, ready, saved, mayWrite, mayEdit, isMine, isWaiting, signature } = wall
  const { open, layer } = useNoteEditing(wall, view.zones)
  const [pane, setPane] = useState<'write' | 'wall'>('write')
  const field = useRef<HTMLTextAreaElement>(null)
  const room = useRef<HTMLDivElement>(null)
  const tabs = useRef<HTMLFieldSetElement>(null)
  const wallTab = useRef<HTMLButtonElement>(null)
  const beside = useBeside(room)
  // On a phone a wall has the whole screen: what stands above it has been read.
  useLayoutEffect(() => {
    if (pane === 'wall' && !beside) tabs.current?.scrollIntoView({ block: 'start' })
  }, [pane, beside])
  useArrivals(notes, isMine)
  const place = useWallPlace()
  const isLed = useCompany(activity.id, (c) => c.guide !== null)
  const { onInput, isWriting } = useWriting(activity.id)

  const isBoard = view.layout !== 'columns' && !view.hidden
  const shown = spotlit(view, wall)
  const max = view.maxNotesPerPerson
  const left = max === null ? null : Math.max(0, max - mine.length)

  const render = useCallback(
    (note: WallNote) => (
      <NoteCard
        note={note}
        signature={signature(note)}
        isMine={isMine(note)}
        isWaiting={isWaiting(note)}
        onEdit={mayEdit(note) ? open : undefined}
      />
    ),
    [signature, isMine, isWaiting, mayEdit, open],
  )
  const revealed = useRevealed(activity.id, view, me)
  const [waiting, setWaiting] = useState<(() => void) | null>(null)
  // What everybody looks at now is the wall; but nobody is led away from what they are writing.
  const { isNews } = revealed
  useEffect(() => {
    if (!isNews || field.current?.value.trim()) return
    const hadFocus = room.current?.contains(document.activeElement)
    setPane('wall')
    if (hadFocus) requestAnimationFrame(() => wallTab.current?.focus({ preventScroll: true }))
  }, [isNews])
  const [beginning, setBeginning] = useState<Beginning | null>(null)
  const write = (from?: Beginning) => {
    setPane('write')
    if (from) setBeginning(from)
    requestAnimationFrame(() => field.current?.focus())
  }
  useAtHand(loadCard)
  const mayAdd = mayWrite && left !== 0
  const isClosed = (view.locked || view.over) && !drives(me.role)
  const { field: state, sent } = useFinishing(activity.id, isClosed)
  const closed = isClosed ? t(state === 'finishing' ? 'finish' : view.locked ? 'locked' : 'over') : ''
  useTold(String(isClosed), closed || t('reopened'))
  const isWritable = (mayWrite || state === 'finishing') && left !== 0
  // What waits does not leave.
  const goal = view.apart || view.flow === 'inbox' ? {} : FLIGHT_GOAL

  // Below the field where one writes: what somebody else points at must not push it from under the fingers.
  const isWriteShown = view.hidden || beside || pane === 'write'
  const spotlight = shown ? (
    <div className={reading['shown']} role="status">
      <p className={reading['caption']}>{t('read-now')}</p>
      <OfStack note={shown} stacks={wall.stacks} />
      <Suspense fallback={null}>
        <NoteCard note={shown} signature={signature(shown)} />
      </Suspense>
    </div>
  ) : null

  const page = (
    <CategoriesProvider categories={view.categories} dimensions={view.dimensions} look={view}>
      <div
        ref={room}
        className={css['room']}
        data-pane={view.hidden ? 'write' : pane}
        data-wide={isBoard || undefined}
        onInput={onInput}
      >
        {view.prompt.trim() ? (
          <h2 {...written} className={css['prompt']}>
            {drawnText(view.prompt)}
          </h2>
        ) : null}
        {isNews ? (
          <Suspense fallback={null}>
            <RevealedNotice
              mine={mine.length}
              onKnow={revealed.know}
              onRead={() => {
                revealed.know()
                wallTab.current?.focus({ preventScroll: true })
              }}
              waiting={waiting}
              onAnswered={() => setWaiting(null)}
            />
          </Suspense>
        ) : null}
        {isWriteShown ? null : spotlight}
        <Attendance stage={stage} isWriting={isWriting} />
        {view.hidden ? null : (
          <fieldset ref={tabs} className={css['switch']} aria-label={t('show')}>
            {(['write', 'wall'] as const).map((one) => (
              <button
                key={one}
                ref={one === 'wall' ? wallTab : undefined}
                type="button"
                className={css['tab']}
                aria-pressed={pane === one}
                {...(one === 'wall' ? goal : {})}
                onClick={() => setPane(one)}
              >
                {t(one === 'write' ? 'write-tab' : 'wall-tab')}
                {one === 'wall' ? <span className={css['count']}>{ready ? notes.length : ''}</span> : null}
              </button>
            ))}
          </fieldset>
        )}
        <div className={css['panes']}>
          <section className={css['write']} aria-label={t('write-tab')}>
            {isClosed ? (
              <p className={css['word']}>
                <Icon of={Lock} /> {closed}
              </p>
            ) : left === 0 ? (
              <p className={css['word']}>{t('limit-reached')}</p>
            ) : null}
            {isWritable ? (
              <Composer
                ref={field}
                activity={activity.id}
                zones={view.zones}
                firstColour={() => paperFor(view, me.rank)}
                keepsColour={view.identity === 'named'}
                beginning={beginning}
                onBegun={() => setBeginning(null)}
                before={isNews ? (send) => setWaiting(() => send) : undefined}
                toPut={wall.toPut}
                onSend={(draft) => {
                  wall.add(draft)
                  sent()
                }}
              />
            ) : me.id !== null ? (
              <Suspense>
                <BegunNote activity={activity.id} wall={wall} />
              </Suspense>
            ) : null}
            {isWriteShown ? spotlight : null}
            {view.apart ? (
              <p className={css['word']}>
                <Icon of={EyeOff} /> {t('hidden-write')} {t(`hidden-${view.identity}`)}
              </p>
            ) : (
              <p className={css['soft']} role="status">
                {t(view.identity)} {view.flow === 'inbox' ? t('inbox-write') : ''}
              </p>
            )}
            {wall.sending}
            <div className={css['line']}>
              {mine.length > 0 ? (
                <h3 className={css['heading']}>{t('your-notes', { count: mine.length })}</h3>
              ) : (
                <span />
              )}
              {left !== null && left > 0 ? (
                <span className={css['soft']}>{t('limit-left', { count: left })}</span>
              ) : null}
              {mine.length > 0 || saved !== 'saved' ? <SaveState saved={saved} /> : null}
            </div>
            {mine.length > 0 ? (
              <div className={css['mine']}>
                <Suspense fallback={null}>
                  <OwnNotes
                    items={mine.toReversed()}
                    render={render}
                    label={t('your-notes', { count: mine.length })}
                  />
                </Suspense>
              </div>
            ) : (
              <p className={css['soft']}>{t('none-of-yours')}</p>
            )}
          </section>
          {view.hidden ? null : (
            <section ref={place.root} className={css['wall']} aria-label={t('wall-tab')} {...goal}>
              {beside || pane === 'wall' ? (
                <BoardControlContext value={place.holder}>
                  <Suspense fallback={<Loading>{t('wall-tab')}</Loading>}>
                    <WallSide {...{ stage, wall, render, open }} onWrite={mayAdd ? write : undefined} />
                  </Suspense>
                </BoardControlContext>
              ) : null}
              {mayAdd ? (
                <Button
                  variant="primary"
                  className={classNames(css['to-write'])}
                  aria-label={t('add')}
                  onClick={() => write()}
                >
                  <Icon of={PenLine} /> {t('write-tab')}
                </Button>
              ) : null}
            </section>
          )}
        </div>
        {view.cursors && isBoard ? (
          <Suspense fallback={null}>
            <BoardCursors stage={stage} place={place} />
          </Suspense>
        ) : null}
        {isLed && !view.hidden ? (
          <Suspense fallback={null}>
            <Follow
              activity={activity.id}
              place={place}
              isShown={pane === 'wall'}
              onShow={() => setPane('wall')}
            />
          </Suspense>
        ) : null}
        {layer}
      </div>
    </CategoriesProvider>
  )
  return (
    <VotingProvider stage={stage}>
      <VoteGate stage={stage} wall={wall}>
        {page}
      </VoteGate>
    </VotingProvider>
  )
}
