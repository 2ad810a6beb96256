/** From a command to an entry of the log: authorise, take names out, let the kind prepare, reduce. Pure. */
import {
  accept,
  type Command,
  drives,
  findPerson,
  type Identities,
  isIn,
  type Kinds,
  liveActivity,
  type Outcome,
  type PersonId,
  type Refusal,
  reduceSession,
  refuse,
  type SessionState,
  splitIdentity,
  type Viewer,
} from '@escale/shared'
import { authorize, type Caller } from '../auth/authorize.ts'
import type { Entry, IdentityChange, KeyRow } from '../store/store.ts'
import { participantIdentity, tidyIdentity } from './identity-rules.ts'
import { mayGrowTo } from './workshop-size.ts'

/** What somebody, or the server (`actor: null`), asks of a session. */
export interface Ask {
  readonly actor: PersonId | null
  /** `person:id` of the sender; null for the server's own. */
  readonly commandId: string | null
  readonly command: Command
  /** Only asks what became of it. */
  readonly late?: boolean
  /** For `joined`: the name that comes with it. */
  readonly identity?: IdentityChange
  readonly keys?: readonly KeyRow[]
  /** For `erased`. */
  readonly erase?: Entry['erase']
  /** A reason of the asker's own to refuse, judged on the state that the command would meet. */
  readonly unless?: (state: SessionState) => Refusal | null
}

export interface Draft {
  readonly state: SessionState
  readonly identities: Identities
}

export interface Decision extends Draft {
  readonly entry: Entry
}

function callerOf(state: SessionState, actor: PersonId | null): Caller {
  if (actor === null) return { is: 'server' }
  const person = findPerson(state, actor)
  if (person === undefined) return { is: 'stranger' }
  if (person.removed) return { is: 'removed' }
  if (!isIn(person)) return { is: 'stranger' }
  return { is: 'member', seat: { id: person.id, role: person.role, session: '', key: '' } }
}

/** The name that changes with the command, if one does. */
function identityChange(
  state: SessionState,
  ask: Ask,
  actor: Viewer | null,
): Outcome<IdentityChange | undefined> {
  const { command } = ask
  if (command.type === 'undo' || command.type === 'redo') {
    const last = state[command.type].at(-1)
    return accept(
      last?.seq === command.seq && last.inverse.type === 'rename'
        ? { person: last.inverse.person, revert: last.seq }
        : undefined,
    )
  }
  if (command.type !== 'rename' && command.type !== 'add-person') return accept(ask.identity)
  const { identity } = splitIdentity(command)
  if (identity === undefined) return command.type === 'rename' ? refuse('invalid') : accept(undefined)
  const tidy =
    actor !== null && !drives(actor.role)
      ? participantIdentity(state.workshop.settings, identity)
      : accept(tidyIdentity(identity))
  return tidy.ok ? accept({ person: command.person, set: tidy.value }) : tidy
}

/** The command as it goes into the log: without names, and an action reduced to ids by its kind. */
function logged(
  kinds: Kinds,
  { state, identities }: Draft,
  command: Command,
  actor: Viewer | null,
  at: number,
): Outcome<Command> {
  const bare = splitIdentity(command).logged
  if (bare.type !== 'act' || actor === null) return accept(bare)
  const live = liveActivity(kinds, state, bare.activity, at)
  if (live === undefined) return accept(bare)
  const prepared = live.kind.prepare(live.state, bare.action, { ...live.moment, actor }, identities)
  return prepared.ok ? accept({ ...bare, action: prepared.value }) : prepared
}

/** The names after a change; what is given back by an undo is known to the store only. */
const withName = (identities: Identities, change: IdentityChange | undefined): Identities =>
  change !== undefined && 'set' in change ? new Map(identities).set(change.person, change.set) : identities

/** Those who drove and are removed: their keys end for good. A participant's are there again when they are restored. */
const shutOut = (before: SessionState, after: SessionState): Pick<Entry, 'endKeysOf'> => {
  if (before.people === after.people) return {}
  const gone = Object.values(after.people).filter(
    (person) => person.removed && drives(person.role) && findPerson(before, person.id)?.removed === false,
  )
  return gone.length === 0 ? {} : { endKeysOf: gone.map((person) => person.id) }
}

/** For how long the session is kept, when that changes. */
const keepingOf = (before: SessionState, after: SessionState): Pick<Entry, 'keepDays'> => {
  const was = before.workshop.settings.keepDays ?? null
  const is = after.workshop.settings.keepDays ?? null
  return was === is ? {} : { keepDays: is }
}

const endOf = (before: SessionState, after: SessionState, at: number): Pick<Entry, 'endedAt'> => {
  const wasOver = before.status === 'ended'
  const isOver = after.status === 'ended'
  return wasOver === isOver ? {} : { endedAt: isOver ? at : null }
}

/** Decides one ask on a draft, at server time `at`. A refusal changes nothing. */
export function decide(kinds: Kinds, draft: Draft, ask: Ask, at: number): Outcome<Decision> {
  const caller = callerOf(draft.state, ask.actor)
  const refusal =
    ask.unless?.(draft.state) ?? authorize(caller, { type: 'command', command: ask.command }) ?? undefined
  if (refusal !== undefined) return refuse(refusal)
  const actor = caller.is === 'member' ? { id: caller.seat.id, role: caller.seat.role } : null
  const identity = identityChange(draft.state, ask, actor)
  if (!identity.ok) return identity
  const command = logged(kinds, draft, ask.command, actor, at)
  if (!command.ok) return command
  // What is reduced now is what a replay will read, to the last undefined.
  const written = JSON.parse(JSON.stringify(command.value)) as Command
  const next = reduceSession(draft.state, written, { kinds, at, actor })
  if (!next.ok) return next
  if (!mayGrowTo(draft.state.workshop, next.value.workshop)) return refuse('too-large')
  return accept({
    state: next.value,
    identities: withName(draft.identities, identity.value),
    entry: {
      event: { seq: next.value.seq, at, actor: ask.actor, commandId: ask.commandId, command: written },
      ...(identity.value ? { identity: identity.value } : {}),
      ...(ask.keys ? { keys: ask.keys } : {}),
      ...(ask.erase ? { erase: ask.erase } : {}),
      ...shutOut(draft.state, next.value),
      ...endOf(draft.state, next.value, at),
      ...keepingOf(draft.state, next.value),
    },
  })
}
