import * as z from 'zod/mini'
import type { Location } from '../../clock/phases.ts'
import { FILM_MAX_MS, FILM_MIN_MS } from '../../wall/film.ts'
import type { Moment } from '../kit/kind.ts'
import { PLAIN_WALL, WallDefinition } from './definition.ts'
import { VOTE_ACTIONS } from './voting/actions.ts'
import { VoteState } from './voting/round.ts'

/** What a facilitator may change while people write; the definition says what it is until then. */
export const WallSettings = z.partial(
  z.pick(WallDefinition, {
    layout: true,
    axes: true,
    background: true,
    identity: true,
    flow: true,
    rights: true,
    maxNotesPerPerson: true,
    writingMs: true,
  }),
)
export type WallSettings = z.infer<typeof WallSettings>

export const WallState = z.object({
  settings: WallSettings,
  /** Participants may read but not write. */
  locked: z.boolean(),
  /** When it was locked last, activity time, ms. Absent: never, or before this was noted. */
  lockedAt: z.optional(z.number()),
  /** Counts where people write in private first: all of it is shown. */
  revealed: z.boolean(),
  /** Or one note after the other: the wall is seen, and what is written in private waits for its turn. */
  oneByOne: z.boolean(),
  /** How many turns there have been, ever. */
  turns: z.int().check(z.minimum(0)),
  /** The note that everybody looks at; null: none. */
  spotlight: z.nullable(z.string().check(z.maxLength(40))),
  /** The wall is played again on every screen: since which activity time, and for how long, ms. null: it is not. */
  film: z.nullable(z.object({ at: z.number(), ms: z.number() })),
  votes: VoteState,
  /** Where few people look at a board: whether they see each other's cursors. */
  cursors: z.boolean(),
})
export type WallState = z.infer<typeof WallState>

export const WallAction = z.discriminatedUnion('type', [
  z.object({ type: z.literal('lock') }),
  z.object({ type: z.literal('unlock') }),
  z.object({ type: z.literal('reveal') }),
  /** One note more, the oldest that waits. */
  z.object({ type: z.literal('reveal-next') }),
  z.object({ type: z.literal('hide') }),
  z.object({ type: z.literal('set'), settings: WallSettings }),
  z.object({ type: z.literal('cursors'), shown: z.boolean() }),
  z.object({ type: z.literal('spotlight'), note: z.nullable(z.string().check(z.maxLength(40))) }),
  /** Plays the wall again on the screens, for so long (ms); null: stops. */
  z.object({
    type: z.literal('film'),
    ms: z.nullable(z.int().check(z.minimum(FILM_MIN_MS), z.maximum(FILM_MAX_MS))),
  }),
  ...VOTE_ACTIONS,
])
export type WallAction = z.infer<typeof WallAction>

/** The wall as it is set now. A session that began under an earlier version lacks what came since. */
export const settled = (definition: WallDefinition, state: WallState): WallDefinition => ({
  ...PLAIN_WALL,
  ...definition,
  // Sound: what the schema lets through has no key with nothing in it.
  ...(state.settings as Partial<WallDefinition>),
})

/** Do people write for themselves now? */
export const isApart = (definition: WallDefinition, state: WallState): boolean =>
  settled(definition, state).flow === 'private' && !state.revealed
/** Is there no wall to be seen yet? */
export const isHidden = (definition: WallDefinition, state: WallState): boolean =>
  isApart(definition, state) && !state.oneByOne

/**
 * For how long nobody but facilitators may write, ms of activity time; 0: they may. Of what closed a longer while ago, or by an
 * earlier version, only that it did is known.
 */
export function closedFor(
  state: WallState,
  { definition, location, elapsed, durationMs }: Moment<WallDefinition>,
): number {
  const { writingMs } = settled(definition, state)
  const lockedFor = state.locked ? elapsed - (state.lockedAt ?? Number.NEGATIVE_INFINITY) : 0
  // The writing ends where the next phase begins; of the one after that it is no matter any more.
  const isNext = location.phase.id === 'planned' || durationMs <= (writingMs ?? 0)
  const overFor = !isOver(definition, state, location)
    ? 0
    : isNext
      ? elapsed - location.startsAt
      : Number.POSITIVE_INFINITY
  return Math.max(lockedFor, overFor)
}

export const WRITING_PHASE = 'writing'
/** Is the time for writing, if there is one, over? */
export const isOver = (definition: WallDefinition, state: WallState, location: Location): boolean =>
  settled(definition, state).writingMs !== null && location.phase.id !== WRITING_PHASE
