import type { PersonId } from '../../ids.ts'
import { accept, type Outcome, refuse } from '../../outcome.ts'
import { drives } from '../../people/drives.ts'
import type { Person } from '../../people/person.ts'
import { type ActionMoment, type Change, defineKind, type Moment, type SwapPicture } from '../kit/kind.ts'
import { wallAccessTo, wallShape } from './access.ts'
import { PLAIN_WALL, WallDefinition } from './definition.ts'
import { WallEdit } from './edits.ts'
import { eraseFromWall } from './erase.ts'
import { harvestWall } from './harvest.ts'
import {
  isApart,
  isHidden,
  isOver,
  settled,
  WallAction,
  type WallSettings,
  WallState,
  WRITING_PHASE,
} from './state.ts'
import {
  areSigned,
  companyOfWall,
  presenceAtWall,
  SIGNED_UP_TO_PEOPLE,
  showsCursors,
} from './together/company.ts'
import { isVoteAction, reduceVotes, type VoteAction } from './voting/actions.ts'
import { NO_VOTES } from './voting/round.ts'
import { tellsVoters, type VotesView, viewVotes } from './voting/view.ts'
import { isBegun, namesFor, picturesIn, takesNotes, writeOnWall } from './write.ts'

/** What is told of the wall beside its notes, which are documents. */
export interface WallView extends Omit<WallDefinition, 'starters'> {
  readonly locked: boolean
  /** The time for writing is over. */
  readonly over: boolean
  /** People write for themselves now. */
  readonly apart: boolean
  /** There is no wall to be seen yet: they do, and nothing of it has been shown. */
  readonly hidden: boolean
  /** Whose names may stand on notes: everybody's in a small session, nobody's in a large one, to spare slow networks. */
  readonly people: readonly PersonId[]
  /** The note that everybody looks at; null: none. */
  readonly spotlight: string | null
  /** How the wall grew is played on the screens: since which activity time, and for how long, ms. null: it is not. */
  readonly film: WallState['film']
  /** People in the room for whom facilitators may write, where notes are signed. */
  readonly withoutDevice: readonly PersonId[]
  readonly votes: VotesView
  /** Whether cursors are shown here while there are few people: true or false as a facilitator wishes; null: never here. */
  readonly cursors: boolean | null
}

type Done = Outcome<Change<WallState, WallAction>>

function set(state: WallState, patch: WallSettings, definition: WallDefinition): Done {
  const before = settled(definition, state)
  const inverse = Object.fromEntries(
    Object.keys(patch).map((key) => [key, before[key as keyof WallSettings]]),
  ) as WallSettings
  return accept({
    state: { ...state, settings: { ...state.settings, ...patch } },
    inverse: { type: 'set', settings: inverse },
  })
}

/** Every screen plays by the activity's time: all are together, and one that comes late joins in the middle. */
function film(state: WallState, ms: number | null, isPlayable: boolean, elapsed: number): Done {
  const isPlaying = state.film !== null && elapsed < state.film.at + state.film.ms
  if (ms === null) return isPlaying ? accept({ state: { ...state, film: null } }) : refuse('already')
  if (!isPlayable) return refuse('not-now')
  return isPlaying
    ? refuse('already')
    : accept({ state: { ...state, film: { at: elapsed, ms }, spotlight: null } })
}

function hide(state: WallState): Done {
  const hidden = { ...state, revealed: false, oneByOne: false }
  if (state.revealed) return accept({ state: hidden, inverse: { type: 'reveal' } })
  return state.oneByOne ? accept({ state: hidden }) : refuse('already')
}

function vote(state: WallState, action: VoteAction, { definition, elapsed }: Moment<WallDefinition>): Done {
  const hidden = isHidden(definition, state)
  const done = reduceVotes(state.votes, action, { elapsed, definition: settled(definition, state), hidden })
  return done.ok ? accept({ ...done.value, state: { ...state, votes: done.value.state } }) : done
}

function reduceWall(state: WallState, action: WallAction, moment: ActionMoment<WallDefinition>): Done {
  const { actor, definition, elapsed } = moment
  if (!drives(actor.role)) return refuse('not-allowed')
  if (isVoteAction(action)) return vote(state, action, moment)
  const change = (next: Partial<WallState>, inverse: WallAction): Done =>
    accept({ state: { ...state, ...next }, inverse })
  const isPrivate = settled(definition, state).flow === 'private'
  switch (action.type) {
    case 'lock':
      return state.locked
        ? refuse('already')
        : change({ locked: true, lockedAt: elapsed }, { type: 'unlock' })
    case 'unlock':
      return state.locked ? change({ locked: false }, { type: 'lock' }) : refuse('already')
    case 'reveal':
      if (!isPrivate) return refuse('not-now')
      return state.revealed
        ? refuse('already')
        : change({ revealed: true, oneByOne: false }, { type: 'hide' })
    case 'reveal-next':
      if (!isPrivate) return refuse('not-now')
      // Nothing to be undone: what has been seen has been seen.
      return state.revealed
        ? refuse('already')
        : accept({ state: { ...state, oneByOne: true, turns: state.turns + 1, spotlight: null } })
    case 'hide':
      return isPrivate ? hide(state) : refuse('not-now')
    case 'cursors':
      return state.cursors === action.shown
        ? refuse('already')
        : change({ cursors: action.shown }, { type: 'cursors', shown: state.cursors })
    case 'set':
      return set(state, action.settings, definition)
    case 'film':
      return film(state, action.ms, !isHidden(definition, state), elapsed)
    default:
      // Turning a page is nothing to be undone: undo is for what went wrong before.
      return state.spotlight === action.note
        ? refuse('already')
        : accept({ state: { ...state, spotlight: action.note, film: null } })
  }
}

/** Are names needed here, on notes or of those who voted? */
const areNamed = (
  state: WallState,
  now: Pick<WallDefinition, 'identity'>,
  people: readonly Person[],
): boolean => areSigned(now, people) || (tellsVoters(state.votes) && people.length <= SIGNED_UP_TO_PEOPLE)

function viewWall(state: WallState, _audience: string, moment: Moment<WallDefinition>): WallView {
  const { definition, people, location } = moment
  const { starters: _starters, ...now } = settled(definition, state)
  return {
    ...now,
    locked: state.locked,
    over: isOver(definition, state, location),
    apart: isApart(definition, state),
    hidden: isHidden(definition, state),
    people: areNamed(state, now, people) ? people.map((person) => person.id) : [],
    spotlight: state.spotlight,
    film: state.film,
    cursors: showsCursors({ ...definition, ...now }) ? state.cursors : null,
    withoutDevice:
      now.identity === 'named' ? people.filter((person) => !person.hasDevice).map((person) => person.id) : [],
    votes: viewVotes(state.votes, moment),
  }
}

function swapPictures(definition: WallDefinition, swap: SwapPicture): WallDefinition {
  const { background } = definition
  if (typeof background !== 'object' || background === null) return definition
  const picture = swap(background.picture)
  return { ...definition, background: picture === null ? null : { picture } }
}

/** A wall of notes: everybody writes, everybody sees. */
export const wall = defineKind<WallDefinition, WallState, WallAction, WallView, unknown, WallEdit>({
  id: 'wall',
  version: 3,
  definition: WallDefinition,
  state: WallState,
  action: WallAction,
  defaults: { definition: PLAIN_WALL, durationMs: 10 * 60_000 },
  swapPictures,
  initial: () => ({
    settings: {},
    locked: false,
    revealed: false,
    oneByOne: false,
    turns: 0,
    spotlight: null,
    film: null,
    votes: NO_VOTES,
    cursors: true,
  }),
  phases: (state, { definition, durationMs }) => {
    const { writingMs } = settled(definition, state)
    const writing = writingMs === null ? [] : [{ id: WRITING_PHASE, ms: writingMs }]
    return [
      ...writing,
      { id: 'planned', ms: Math.max(0, durationMs - (writingMs ?? 0)) },
      { id: 'open', ms: null },
    ]
  },
  reduce: reduceWall,
  access: wallAccessTo,
  shape: wallShape,
  edits: {
    edit: WallEdit,
    pictures: picturesIn,
    frees: ({ type }) => type === 'remove',
    finishes: isBegun,
    takesPictures: takesNotes,
    names: namesFor,
    apply: writeOnWall,
  },
  presence: presenceAtWall,
  company: companyOfWall,
  audience: () => 'all',
  view: viewWall,
  mentions: (view) => [...new Set([...view.people, ...view.withoutDevice, ...view.votes.withoutDevice])],
  // What facilitators set is the wall's; what people write is in documents.
  withoutWords: (action) => action,
  erase: eraseFromWall,
  harvest: harvestWall,
})
