/**
 * The session's one reducer: pure, total, deterministic. A command that it refuses changes nothing; a command that it
 * accepts is appended to the log and becomes the truth (docs/spec/session.md).
 */
import { UNDO_KEPT } from '../limits.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import { drives } from '../people/drives.ts'
import type { Viewer } from '../people/person.ts'
import { COMMAND_RIGHTS, type Command, type LoggedEvent } from './commands.ts'
import { reduceFlow } from './flow.ts'
import type { Kinds } from './moment.ts'
import { reducePeople } from './people.ts'
import { reducePlan } from './plan-commands.ts'
import { findPerson, type Genesis, initialState, type SessionState } from './state.ts'
import type { Occasion, Step } from './step.ts'

/** May this actor send this command at all? The same table serves the gateway, replay and the tests. */
export function mayCommand(actor: Viewer | null, command: Command): boolean {
  const right = COMMAND_RIGHTS[command.type]
  if (actor === null) return true
  if (right === 'system' || actor.role === 'screen') return false
  if (drives(actor.role)) return right !== 'facilitator' || actor.role === 'facilitator'
  return right === 'member' || (right === 'self' && 'person' in command && command.person === actor.id)
}

function dispatch(state: SessionState, command: Command, occasion: Occasion): Outcome<Step> {
  switch (command.type) {
    case 'plan-add':
    case 'plan-remove':
    case 'plan-move':
    case 'plan-edit':
    case 'plan-duplicate':
    case 'settings':
      return reducePlan(state, command, occasion)
    case 'door':
    case 'rename':
    case 'add-person':
    case 'remove':
    case 'restore':
    case 'hand-over':
    case 'message':
    case 'retract':
    case 'joined':
    case 'presence':
      return reducePeople(state, command, occasion)
    case 'undo':
      return undo(state, command.seq, occasion)
    default:
      return reduceFlow(state, command, occasion)
  }
}

function undo(state: SessionState, seq: number, occasion: Occasion): Outcome<Step> {
  const last = state.undo.at(-1)
  if (last === undefined) return refuse('nothing-to-undo')
  if (last.seq !== seq) return refuse('stale')
  const back = dispatch({ ...state, undo: state.undo.slice(0, -1) }, last.inverse, occasion)
  return back.ok ? accept({ state: back.value.state }) : back
}

/** Applies one command. `seq` of the result is one more, whatever the command did. */
export function reduceSession(
  state: SessionState,
  command: Command,
  occasion: Occasion,
): Outcome<SessionState> {
  if (!mayCommand(occasion.actor, command)) return refuse('not-allowed')
  const step = dispatch(state, command, occasion)
  if (!step.ok) return step
  const seq = state.seq + 1
  const { state: next, inverse } = step.value
  const isDriver = occasion.actor !== null && drives(occasion.actor.role)
  const entry =
    inverse && isDriver && command.type !== 'undo'
      ? [{ seq, actor: occasion.actor?.id ?? null, did: command.type, inverse }]
      : []
  return accept({ ...next, seq, undo: [...next.undo, ...entry].slice(-UNDO_KEPT) })
}

/** `state = replay(events)`. Throws on a log that this code cannot have written: better no session than a wrong one. */
export function replay(
  kinds: Kinds,
  genesis: Genesis,
  events: Iterable<LoggedEvent>,
  from?: SessionState,
): SessionState {
  let state = from ?? initialState(genesis)
  for (const event of events) {
    if (event.seq <= state.seq) continue
    const actor = event.actor === null ? null : viewerOf(state, event.actor)
    const next = reduceSession(state, event.command, { kinds, at: event.at, actor })
    if (!next.ok) throw new Error(`log refused at seq ${event.seq}: ${next.refusal} (${event.command.type})`)
    state = next.value
  }
  return state
}

function viewerOf(state: SessionState, id: string): Viewer {
  const person = findPerson(state, id)
  return { id, role: person?.role ?? 'participant' }
}
