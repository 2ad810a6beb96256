import type { PersonId } from '../../ids.ts'
import { accept, type Outcome, refuse } from '../../outcome.ts'
import { drives } from '../../people/drives.ts'
import type { Person } from '../../people/person.ts'
import { type ActionMoment, type Change, defineKind, type Moment } from '../kit/kind.ts'
import { wallAccessTo } from './access.ts'
import { WallDefinition, type WallZone } from './definition.ts'
import { SHARED_WALL } from './documents.ts'
import { harvestWall } from './harvest.ts'
import { isHidden, WallAction, WallState } from './state.ts'

/** What is told of the wall beside its notes, which are a document. */
export interface WallView {
  readonly prompt: string
  readonly zones: readonly WallZone[]
  readonly identity: WallDefinition['identity']
  readonly reveal: WallDefinition['reveal']
  readonly maxNotesPerPerson: number | null
  readonly locked: boolean
  /** People write for themselves now. */
  readonly hidden: boolean
  /** Whose names may stand on notes: everybody's in a small session, nobody's in a large one, to spare slow networks. */
  readonly people: readonly PersonId[]
  /** Notes written in private, and by how many people; not told to participants, nor of a wall that was never hidden. */
  readonly tally: { readonly notes: number; readonly people: number } | null
}

function setFlags(state: WallState, action: WallAction): Outcome<Change<WallState, WallAction>> {
  const change = (next: Partial<WallState>, inverse: WallAction) =>
    accept({ state: { ...state, ...next }, inverse })
  switch (action.type) {
    case 'lock':
      return state.locked ? refuse('already') : change({ locked: true }, { type: 'unlock' })
    case 'unlock':
      return state.locked ? change({ locked: false }, { type: 'lock' }) : refuse('already')
    case 'reveal':
      return state.revealed ? refuse('already') : change({ revealed: true }, { type: 'hide' })
    default:
      return state.revealed ? change({ revealed: false }, { type: 'reveal' }) : refuse('already')
  }
}

function reduceWall(
  state: WallState,
  action: WallAction,
  { actor, definition, people }: ActionMoment<WallDefinition>,
): Outcome<Change<WallState, WallAction>> {
  if (action.type === 'count') {
    if (actor.id === null || !people.some((person) => person.id === actor.id)) return refuse('not-allowed')
    if (definition.reveal !== 'hidden') return refuse('not-now')
    const before = Object.hasOwn(state.counts, actor.id) ? state.counts[actor.id] : 0
    if (before === action.notes) return refuse('already')
    return accept({ state: { ...state, counts: { ...state.counts, [actor.id]: action.notes } } })
  }
  if (!drives(actor.role)) return refuse('not-allowed')
  if ((action.type === 'reveal' || action.type === 'hide') && definition.reveal !== 'hidden')
    return refuse('not-now')
  return setFlags(state, action)
}

/** Above this participants' notes are signed for facilitators and in the harvest only. */
export const SIGNED_UP_TO_PEOPLE = 40

const areSigned = ({ identity }: WallDefinition, people: readonly Person[]): boolean =>
  identity === 'named' && people.length <= SIGNED_UP_TO_PEOPLE

function viewWall(
  state: WallState,
  audience: string,
  { definition, people }: Moment<WallDefinition>,
): WallView {
  const written = Object.values(state.counts).filter((count) => count > 0)
  return {
    prompt: definition.prompt,
    zones: definition.zones,
    identity: definition.identity,
    reveal: definition.reveal,
    maxNotesPerPerson: definition.maxNotesPerPerson,
    locked: state.locked,
    hidden: isHidden(definition, state),
    people: areSigned(definition, people) ? people.map((person) => person.id) : [],
    tally:
      audience === 'members' || definition.reveal === 'live'
        ? null
        : { notes: written.reduce((sum, count) => sum + count, 0), people: written.length },
  }
}

/** A wall of notes, in zones: everybody writes, everybody sees. */
export const wall = defineKind<WallDefinition, WallState, WallAction, WallView>({
  id: 'wall',
  version: 1,
  definition: WallDefinition,
  state: WallState,
  action: WallAction,
  defaults: {
    definition: { prompt: '', zones: [], identity: 'named', reveal: 'live', maxNotesPerPerson: null },
    durationMs: 10 * 60_000,
  },
  initial: () => ({ locked: false, revealed: false, counts: {} }),
  phases: (_state, { durationMs }) => [
    { id: 'planned', ms: durationMs },
    { id: 'open', ms: null },
  ],
  reduce: reduceWall,
  access: wallAccessTo,
  namesPresence: (_state, name, { definition, people }) =>
    name === SHARED_WALL && areSigned(definition, people),
  audience: (_state, viewer) => (drives(viewer.role) || viewer.role === 'screen' ? 'hosts' : 'members'),
  view: viewWall,
  mentions: (view) => view.people,
  harvest: harvestWall,
})
