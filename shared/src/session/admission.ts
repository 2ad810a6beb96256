/** Who has a seat: people who wait to be let in, seats that nobody took up, and many removed at once. */
import { accept, type Outcome, refuse } from '../outcome.ts'
import { drives } from '../people/drives.ts'
import type { Person } from '../people/person.ts'
import type { Command } from './commands.ts'
import { findPerson, roster, type SessionState } from './state.ts'
import type { Occasion, Step } from './step.ts'
import { withPeople } from './with-people.ts'

type AdmissionCommand = Extract<
  Command,
  { type: 'approval' | 'admit' | 'remove-many' | 'restore-many' | 'seats' }
>

/** The people named, each once, whom `is` holds for, in order of arrival. */
const named = (state: SessionState, ids: readonly string[], is: (person: Person) => boolean): Person[] =>
  [...new Set(ids)]
    .flatMap((id) => findPerson(state, id) ?? [])
    .filter(is)
    .sort((a, b) => a.rank - b.rank)

function seated({ outside: _, ...person }: Person): Person {
  return person
}

const roomIn = (state: SessionState): number =>
  Math.max(0, state.workshop.settings.capacity - roster(state).length)

function approval(state: SessionState, on: boolean): Outcome<Step> {
  if ((state.approval === true) === on) return refuse('already')
  const { approval: before, ...rest } = state
  return accept({
    state: on ? { ...rest, approval: true } : rest,
    inverse: { type: 'approval', on: before === true },
  })
}

/** As many as there is room for, who came first first. */
function admit(state: SessionState, ids: readonly string[], occasion: Occasion): Outcome<Step> {
  const asked = named(state, ids, (p) => p.outside === 'waiting' && !p.removed)
  if (asked.length === 0) return refuse('already')
  const admitted = asked.slice(0, roomIn(state))
  if (admitted.length === 0) return refuse('full')
  return accept({ state: withPeople(state, admitted.map(seated), occasion) })
}

/** Those who drive are removed one by one. */
function setRemoved(
  state: SessionState,
  ids: readonly string[],
  removed: boolean,
  occasion: Occasion,
): Outcome<Step> {
  const changed = named(state, ids, (p) => p.removed !== removed && !p.erased && !drives(p.role))
  if (changed.length === 0) return refuse('already')
  const people = changed.map((p) => p.id)
  return accept({
    state: withPeople(
      state,
      changed.map((p) => ({ ...p, removed })),
      occasion,
    ),
    inverse: { type: removed ? 'restore-many' : 'remove-many', people },
  })
}

/** Only a seat that nobody took up is released, and one is given again only while there is room. */
function changeSeats(
  state: SessionState,
  { released, taken, settled }: Extract<AdmissionCommand, { type: 'seats' }>,
  occasion: Occasion,
): Outcome<Step> {
  const leaving = named(
    state,
    released,
    (p) => p.newcomer === true && !p.removed && p.outside === undefined && !drives(p.role),
  )
  const coming = named(state, taken, (p) => p.outside === 'released' && !p.removed)
  const staying = named(state, settled, (p) => p.newcomer === true && !leaving.includes(p))
  const changed = [
    ...staying.map(({ newcomer: _, ...person }): Person => person),
    ...leaving.map((p): Person => ({ ...p, outside: 'released' })),
    ...coming.slice(0, roomIn(state) + leaving.length).map(seated),
  ]
  if (changed.length === 0) return refuse(coming.length > 0 ? 'full' : 'already')
  return accept({ state: withPeople(state, changed, occasion) })
}

export function reduceAdmission(
  state: SessionState,
  command: AdmissionCommand,
  occasion: Occasion,
): Outcome<Step> {
  switch (command.type) {
    case 'approval':
      return approval(state, command.on)
    case 'admit':
      return admit(state, command.people, occasion)
    case 'remove-many':
      return setRemoved(state, command.people, true, occasion)
    case 'restore-many':
      return setRemoved(state, command.people, false, occasion)
    case 'seats':
      return changeSeats(state, command, occasion)
  }
}
