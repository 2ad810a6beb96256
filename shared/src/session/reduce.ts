/**
 * The session's one reducer: pure, total, deterministic. A command that it refuses changes nothing; a command that it
 * accepts is appended to the log and becomes the truth (docs/spec/session.md).
 */
import { UNDO_KEPT } from '../limits.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import { drives } from '../people/drives.ts'
import type { Viewer } from '../people/person.ts'
import { reduceAdmission } from './admission.ts'
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
    case 'erased':
    case 'presence':
      return reducePeople(state, command, occasion)
    case 'approval':
    case 'admit':
    case 'remove-many':
    case 'restore-many':
    case 'seats':
      return reduceAdmission(state, command, occasion)
    case 'undo':
    case 'redo':
    case 'write':
      // Of these nothing is ever the inverse; what is written goes into documents and never into the log.
      return refuse('invalid')
    default:
      return reduceFlow(state, command, occasion)
  }
}

/** What was done, where the command's type leaves it open. */
function detailOf(command: Command): string | null {
  if (command.type === 'door') return command.locked ? 'locked' : 'unlocked'
  if (command.type === 'approval') return command.on ? 'on' : 'off'
  if (command.type !== 'act') return null
  const { action } = command
  const isNamed = typeof action === 'object' && action !== null && 'type' in action
  return isNamed && typeof action.type === 'string' ? action.type : null
}

/** Reverses the last of what was done (or undone); what reverses that in its turn goes to the other side. */
function reverse(
  state: SessionState,
  { type, seq }: Extract<Command, { type: 'undo' | 'redo' }>,
  occasion: Occasion,
): Outcome<SessionState> {
  const other = type === 'undo' ? 'redo' : 'undo'
  const last = state[type].at(-1)
  if (last === undefined) return refuse(type === 'undo' ? 'nothing-to-undo' : 'stale')
  if (last.seq !== seq) return refuse('stale')
  const back = dispatch(state, last.inverse, occasion)
  if (!back.ok) return back
  const { state: next, inverse } = back.value
  const actor = occasion.actor?.id ?? null
  const entry = inverse ? [{ ...last, seq: state.seq + 1, actor, inverse }] : []
  return accept({
    ...next,
    seq: state.seq + 1,
    [type]: state[type].slice(0, -1),
    [other]: [...state[other], ...entry].slice(-UNDO_KEPT),
  })
}

/** Applies one command. `seq` of the result is one more, whatever the command did. */
export function reduceSession(
  state: SessionState,
  command: Command,
  occasion: Occasion,
): Outcome<SessionState> {
  if (!mayCommand(occasion.actor, command)) return refuse('not-allowed')
  if (command.type === 'undo' || command.type === 'redo') return reverse(state, command, occasion)
  const step = dispatch(state, command, occasion)
  if (!step.ok) return step
  const seq = state.seq + 1
  const { state: next, inverse } = step.value
  const isDriver = occasion.actor !== null && drives(occasion.actor.role)
  if (!inverse || !isDriver) return accept({ ...next, seq })
  const entry = {
    seq,
    actor: occasion.actor?.id ?? null,
    did: command.type,
    detail: detailOf(command),
    inverse,
  }
  return accept({ ...next, seq, undo: [...next.undo, entry].slice(-UNDO_KEPT), redo: [] })
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
