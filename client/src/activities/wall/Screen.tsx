import {
  isStacked,
  itemsByZone,
  notesOf,
  type SharedLook,
  type WallItem,
  type WallNote,
} from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'
import { Suspense, useCallback, useState } from 'react'
import { classNames } from '../../styles/class-names.ts'
import { drawnText } from '../../ui/drawn-text.ts'
import { Fit } from '../kit/Fit.tsx'
import { useWritten } from '../kit/place.ts'
import type { Stage } from '../kit/views.ts'
import { SpatialWall } from './board/spatial-wall.ts'
import { BoardControlContext } from './board/viewport.ts'
import { CategoriesProvider } from './categories.tsx'
import { WithFilm } from './history/WithFilm.tsx'
import { useHostTexts } from './host-texts.ts'
import { Legend } from './Legend.tsx'
import { NoteCard } from './NoteCard.tsx'
import reading from './Reading.module.css'
import css from './Screen.module.css'
import { holds, ScreenFlow } from './ScreenFlow.tsx'
import { OVERVIEW_FROM, ScreenOverview } from './ScreenOverview.tsx'
import { spotlit } from './spotlit.ts'
import { OfStack } from './stacks/OfStack.tsx'
import { StackCard } from './stacks/StackCard.tsx'
import { useWallTexts } from './texts.ts'
import { Attendance } from './together/Attendance.tsx'
import { useLedScreen } from './together/use-led-screen.ts'
import { useTally } from './use-tally.ts'
import { useWall } from './use-wall.ts'
import { useStagedRound, VoteStage } from './voting/VoteStage.tsx'
import { VotingProvider } from './voting/VotingProvider.tsx'

/** Letters as large as the number of notes allows, in the screen's unit; never smaller than the last. */
const SIZES = [
  { upTo: 12, em: 2.2 },
  { upTo: 30, em: 1.7 },
  { upTo: Number.POSITIVE_INFINITY, em: 1.42 },
] as const
/**
 * Where the notes do not fit they are written smaller down to this, before there are pages to turn: a fortieth of the
 * screen's height, what is read from five metres.
 */
const ONE_PAGE_EM = 1.42
/** Letters of a note alone on the screen, in the screen's unit: a word fills it, and the longest still fits. */
const LARGE = [3.8, 3.4, 3, 2.7, 2.4, 2.1, 1.9, 1.7, 1.5, 1.3, 1.1, 0.95, 0.8] as const

/** More zones than these have no room for words side by side. */
const ZONES_ABREAST = 6
/** So many zones side by side have no room for large letters: the index of the largest of SIZES that they have. */
const largestFor = (zones: number): number => (zones > 5 ? 2 : zones > 4 ? 1 : 0)

/** A longer question is set smaller: the notes keep the room. */
const PROMPT_LONG_CHARS = 70

/** Above this the room is better served by more notes than by names. */
const SIGNED_UP_TO_NOTES = 30

/** The wall for a room: zones side by side, large letters, pages that turn by themselves when there are many. */
export function Screen(stage: Stage<WallView>) {
  const written = useWritten()
  const { view } = stage
  const vote = useStagedRound(stage)
  const led = useLedScreen(stage.activity.id)
  const room = (
    <CategoriesProvider categories={view.categories} dimensions={view.dimensions}>
      <div className={css['screen']} data-whole={(!vote && !view.hidden) || undefined}>
        {view.prompt.trim() && !vote ? (
          <p
            {...written}
            className={classNames(css['prompt'], view.prompt.length > PROMPT_LONG_CHARS && css['long'])}
          >
            {drawnText(view.prompt)}
          </p>
        ) : null}
        {vote ? null : <Legend />}
        <div className={css['writing']}>
          <Attendance stage={stage} withHere={false} />
        </div>
        {view.hidden ? (
          <Curtain activity={stage.activity.id} />
        ) : (
          <BoardControlContext value={led.holder}>
            <WithFilm stage={stage}>
              {vote ? (
                <VoteStage stage={stage} round={vote} />
              ) : (
                <OpenWall key={led.version} stage={stage} look={led.look} />
              )}
            </WithFilm>
          </BoardControlContext>
        )}
      </div>
    </CategoriesProvider>
  )
  return <VotingProvider stage={stage}>{room}</VotingProvider>
}

/** While people write for themselves: how much is there, and nothing of it. */
function Curtain({ activity }: { readonly activity: string }) {
  const t = useHostTexts()
  const tally = useTally(activity)
  return (
    <div className={css['curtain']}>
      <p className={css['curtain-title']}>{t('hidden-screen')}</p>
      <p className={css['tally']}>
        {t('tally-notes', { count: tally.notes })}{' '}
        {tally.people === null ? '' : t('tally-people', { count: tally.people })}
      </p>
      <p>{t('hidden-screen-text')}</p>
    </div>
  )
}

function OpenWall({ stage, look }: { readonly stage: Stage<WallView>; readonly look: SharedLook | null }) {
  const { view } = stage
  const t = useHostTexts()
  const w = useWallTexts()
  const wall = useWall(stage, '')
  const { notes, stacks, signature } = wall
  const isSigned = notes.length <= SIGNED_UP_TO_NOTES
  const render = useCallback(
    (note: WallNote) => <NoteCard note={note} signature={isSigned ? signature(note) : ''} isStill />,
    [signature, isSigned],
  )
  const renderItem = useCallback(
    (item: WallItem) =>
      isStacked(item) ? (
        <StackCard stack={item.stack} notes={item.notes} render={render} still />
      ) : (
        render(item)
      ),
    [render],
  )
  // Grows only: letters that went back and forth while people write would be worse than small ones.
  const [smaller, setSmaller] = useState(0)
  const step = Math.max(
    smaller,
    largestFor(view.zones.length),
    SIZES.findIndex(({ upTo }) => notes.length <= upTo),
  )
  const { em } = SIZES[step] ?? SIZES[0]
  const shrink = useCallback(() => setSmaller(step + 1), [step])
  const shown = spotlit(view, wall)
  if (shown)
    return (
      <Fit steps={LARGE} className={reading['stage']}>
        <div className={reading['large']}>
          <OfStack note={shown} stacks={stacks} />
          <NoteCard note={shown} signature={signature(shown)} isStill />
        </div>
      </Fit>
    )
  // Not known yet is not the same as nothing there.
  if (notes.length === 0) return wall.ready ? <p className={css['waiting']}>{t('waiting-here')}</p> : null
  if (view.layout !== 'columns')
    return (
      <Suspense fallback={null}>
        <SpatialWall view={view} layout={view.layout} wall={wall} isStill />
      </Suspense>
    )
  const titles = new Map(view.zones.map((zone) => [zone.id, zone.title]))
  const groups = itemsByZone({ notes, stacks }, view.zones)
  const items = groups.reduce((sum, group) => sum + group.items.length, 0)
  const isCrowded = groups.length > ZONES_ABREAST
  if ((items > OVERVIEW_FROM || isCrowded) && look === null)
    return (
      <div className={css['whole']} style={{ fontSize: `calc(${ONE_PAGE_EM} * var(--unit))` }}>
        <ScreenOverview
          parts={groups.map((group) => ({
            title: view.zones.length > 0 ? titles.get(group.zone) || w('no-zone') : '',
            items: group.items,
          }))}
          render={renderItem}
        />
      </div>
    )
  // Where somebody leads there is one zone to look at; else the first ones.
  const led =
    look !== null && 'item' in look
      ? groups.filter((group) => group.items.some((item) => holds(item, look.item)))
      : []
  const abreast = !isCrowded ? groups : led.length > 0 ? led : groups.slice(0, ZONES_ABREAST)
  return (
    <div
      className={css['zones']}
      style={{
        gridTemplateColumns: `repeat(${abreast.length}, minmax(0, 1fr))`,
        fontSize: `calc(${em} * var(--unit))`,
      }}
    >
      {abreast.map(({ zone, items }) => (
        <section key={zone} className={css['zone']}>
          {view.zones.length > 0 ? (
            <h2 className={css['title']}>
              <bdi>{titles.get(zone) || w('no-zone')}</bdi>{' '}
              <span className={css['count']}>{items.flatMap(notesOf).length}</span>
            </h2>
          ) : null}
          <ScreenFlow
            items={items}
            render={renderItem}
            label={titles.get(zone) || w('wall-tab')}
            look={look}
            onBeyond={em > ONE_PAGE_EM ? shrink : undefined}
          />
        </section>
      ))}
    </div>
  )
}
