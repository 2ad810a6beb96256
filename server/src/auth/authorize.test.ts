/** Who may do what, one caller and one deed at a time. That every door asks here: matrix.test.ts. */
import type { Access, Role, Viewer } from '@escale/shared'
import { expect, test } from 'vitest'
import { authorize, type Caller, type Deed, type Right, type Seat } from './authorize.ts'

const seatOf = (role: Role, id: string | null = 'me'): Seat => ({ session: 's', key: 'k', id, role })
const as = (role: Role, id: string | null = 'me'): Caller => ({ is: 'member', seat: seatOf(role, id) })
const SCREEN = as('screen', null)
const STRANGER: Caller = { is: 'stranger' }
const REMOVED: Caller = { is: 'removed' }
/** As much as one could have, but for the seat. */
const OUTSIDE: Caller = { is: 'outside', seat: seatOf('facilitator') }
const CALLERS: Readonly<Record<string, Caller>> = {
  stranger: STRANGER,
  removed: REMOVED,
  outside: OUTSIDE,
  reader: { is: 'reader' },
  screen: SCREEN,
  participant: as('participant'),
  cofacilitator: as('cofacilitator'),
  facilitator: as('facilitator'),
  server: { is: 'server' },
}
const MEMBERS = ['screen', 'participant', 'cofacilitator', 'facilitator', 'server']
const DRIVERS = ['cofacilitator', 'facilitator', 'server']

/** What each caller is answered. */
const answers = (deed: Deed) =>
  Object.fromEntries(Object.entries(CALLERS).map(([name, caller]) => [name, authorize(caller, deed)]))
const allowedTo = (names: readonly string[]) =>
  Object.fromEntries(
    Object.keys(CALLERS).map((name) => [
      name,
      names.includes(name) ? null : name === 'removed' ? 'removed' : 'not-allowed',
    ]),
  )

test.each<[Right, readonly string[]]>([
  ['anyone', Object.keys(CALLERS)],
  ['reader', ['reader', ...MEMBERS]],
  ['member', MEMBERS],
  ['person', MEMBERS.filter((name) => name !== 'screen')],
  ['driver', DRIVERS],
  ['facilitator', ['facilitator', 'server']],
])('a right of %s', (right, names) => {
  expect(answers({ type: 'use', right })).toEqual(allowedTo(names))
})

test('a command is for whom its own rules let', () => {
  expect(answers({ type: 'command', command: { type: 'finish' } })).toEqual(allowedTo(DRIVERS))
  expect(answers({ type: 'command', command: { type: 'hand-over', person: 'p' } })).toEqual(
    allowedTo(['facilitator', 'server']),
  )
  // Nothing that is not a use is anybody's, whatever else stands in it.
  const deed = { type: 'command', right: 'anyone', command: { type: 'finish' } } as Deed
  expect(authorize(STRANGER, deed)).toBe('not-allowed')
})

test('[A6] who drives ends their own keys and the screens’, and the facilitator those of co-facilitators', () => {
  const owners: Readonly<Record<string, Viewer>> = {
    screen: { id: null, role: 'screen' },
    me: { id: 'me', role: 'cofacilitator' },
    participant: { id: 'other', role: 'participant' },
    cofacilitator: { id: 'other', role: 'cofacilitator' },
    facilitator: { id: 'other', role: 'facilitator' },
  }
  const ends = (caller: Caller) =>
    Object.entries(owners).flatMap(([name, owner]) =>
      authorize(caller, { type: 'key', owner }) === null ? [name] : [],
    )
  expect(ends(as('facilitator'))).toEqual(['screen', 'me', 'cofacilitator'])
  expect(ends(as('cofacilitator'))).toEqual(['screen', 'me'])
  for (const caller of [as('participant'), SCREEN, OUTSIDE, STRANGER]) expect(ends(caller)).toEqual([])
})

test('a document is written by whom it is granted to write, and read by whom it is granted at all', () => {
  const member = as('participant')
  const may = (granted: Access, wants: 'read' | 'write') =>
    authorize(member, { type: 'document', granted, wants }) === null
  expect(
    (['none', 'read', 'write'] as const).map((granted) => [
      granted,
      may(granted, 'read'),
      may(granted, 'write'),
    ]),
  ).toEqual([
    ['none', false, false],
    ['read', true, false],
    ['write', true, true],
  ])
  for (const caller of [STRANGER, OUTSIDE, REMOVED])
    expect(authorize(caller, { type: 'document', granted: 'write', wants: 'read' })).not.toBeNull()
})
