import { MESSAGES_KEPT, SESSION_PEOPLE_MAX } from '../limits.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import { drives } from '../people/drives.ts'
import type { Person } from '../people/person.ts'
import type { Command } from './commands.ts'
import { onlyReceiver } from './receivers.ts'
import { findPerson, roster, type SessionState, waiting } from './state.ts'
import type { Occasion, Step } from './step.ts'
import { withPeople } from './with-people.ts'

type PeopleCommand = Extract<
  Command,
  {
    type:
      | 'door'
      | 'rename'
      | 'add-person'
      | 'remove'
      | 'restore'
      | 'hand-over'
      | 'message'
      | 'retract'
      | 'joined'
      | 'erased'
      | 'presence'
  }
>

function join(
  state: SessionState,
  id: string,
  role: Person['role'],
  how: Pick<Person, 'hasDevice' | 'newcomer'>,
  occasion: Occasion,
): Outcome<SessionState> {
  if (findPerson(state, id)) return refuse('already')
  if (state.status === 'ended' && !drives(role)) return refuse('ended')
  const known = Object.keys(state.people).length
  const mustWait = state.approval === true && !drives(role) && how.hasDevice
  const inLine = mustWait ? waiting(state) : roster(state)
  const isFull = inLine.length >= state.workshop.settings.capacity || known >= SESSION_PEOPLE_MAX
  if (!drives(role) && isFull) return refuse('full')
  const person: Person = {
    ...{ id, role, rank: known + 1, away: false, removed: false, joinedAt: occasion.at },
    ...how,
    ...(mustWait ? { outside: 'waiting' } : {}),
  }
  return accept(withPeople(state, [person], occasion))
}

function setRemoved(
  state: SessionState,
  person: Person,
  removed: boolean,
  occasion: Occasion,
): Outcome<Step> {
  if (person.role === 'facilitator') return refuse('not-allowed')
  if (person.removed === removed) return refuse('already')
  if (person.erased) return refuse('removed')
  const next = withPeople(state, [{ ...person, removed }], occasion)
  return accept({ state: next, inverse: { type: removed ? 'restore' : 'remove', person: person.id } })
}

/** Out for good. What could be undone of this person cannot be any more. */
function erase(state: SessionState, person: Person, occasion: Occasion): Outcome<Step> {
  if (person.role === 'facilitator') return refuse('not-allowed')
  if (person.erased) return refuse('already')
  const erased: Person = { ...person, removed: true, away: true, erased: true }
  const isOthers = ({ inverse }: SessionState['undo'][number]) =>
    !('person' in inverse && inverse.person === person.id)
  const next = {
    ...state,
    undo: state.undo.filter(isOthers),
    redo: state.redo.filter(isOthers),
    // What was written to this person alone is about them.
    messages: state.messages.filter(({ to }) => onlyReceiver(to) !== person.id),
  }
  return accept({ state: withPeople(next, [erased], occasion) })
}

function handOver(state: SessionState, to: Person, occasion: Occasion): Outcome<Step> {
  if (to.role !== 'cofacilitator' || to.removed) return refuse('not-now')
  const from = roster(state).find((p) => p.role === 'facilitator')
  const stepsDown = from ? [{ ...from, role: 'cofacilitator' as const }] : []
  return accept({ state: withPeople(state, [...stepsDown, { ...to, role: 'facilitator' }], occasion) })
}

export function reducePeople(state: SessionState, command: PeopleCommand, occasion: Occasion): Outcome<Step> {
  switch (command.type) {
    case 'door':
      if (state.locked === command.locked) return refuse('already')
      return accept({
        state: { ...state, locked: command.locked },
        inverse: { type: 'door', locked: state.locked },
      })
    case 'message': {
      if (state.messages.some((m) => m.id === command.message)) return refuse('already')
      const from = occasion.actor?.id
      if (!from) return refuse('not-allowed')
      const only = onlyReceiver(command.to)
      if (only !== undefined && !roster(state).some(({ id }) => id === only)) return refuse('unknown-person')
      const message = { id: command.message, at: occasion.at, from, to: command.to, text: command.text }
      return accept({
        state: { ...state, messages: [...state.messages, message].slice(-MESSAGES_KEPT) },
        inverse: { type: 'retract', message: message.id },
      })
    }
    case 'retract':
      return accept({ state: { ...state, messages: state.messages.filter((m) => m.id !== command.message) } })
    case 'joined': {
      const { person, role, newcomer } = command
      const next = join(state, person, role, { hasDevice: true, ...(newcomer && { newcomer }) }, occasion)
      return next.ok ? accept({ state: next.value }) : next
    }
    case 'add-person': {
      const next = join(state, command.person, 'participant', { hasDevice: false }, occasion)
      return next.ok
        ? accept({ state: next.value, inverse: { type: 'remove', person: command.person } })
        : next
    }
    case 'presence': {
      const set = (ids: readonly string[], away: boolean) =>
        ids.flatMap((id) => {
          const person = findPerson(state, id)
          return person?.hasDevice ? [{ ...person, away }] : []
        })
      return accept({
        state: withPeople(state, [...set(command.away, true), ...set(command.back, false)], occasion),
      })
    }
    default:
  }
  const person = findPerson(state, command.person)
  if (person === undefined) return refuse('unknown-person')
  switch (command.type) {
    case 'rename':
      // The name itself is in the people table, which keeps the one before.
      return accept({ state, inverse: { type: 'rename', person: person.id } })
    case 'remove':
      return setRemoved(state, person, true, occasion)
    case 'restore':
      return setRemoved(state, person, false, occasion)
    case 'hand-over':
      return handOver(state, person, occasion)
    case 'erased':
      return erase(state, person, occasion)
  }
}
