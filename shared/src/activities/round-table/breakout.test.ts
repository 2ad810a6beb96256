import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { instants } from '../../clock/phases.ts'
import { SCREEN } from './access.ts'
import { Action, type OneGroupAction, TOGETHER_MAX } from './actions.ts'
import { roundTable } from './kind.ts'
import { PAGE_TEXT } from './page.ts'
import type { Group } from './state.ts'
import { MINUTE, Table } from './table.testkit.ts'

const sizes = (t: Table) => (t.state.draft?.groups ?? []).map((g) => g.people.length)
const people = (t: Table, key: string) => t.group(key).seats.map((s) => s.person)
const roomOf = (t: Table, id: string) => roundTable.rooms?.(t.state, t.moment()).get(id)
const phaseOf = (t: Table) => t.moment().location.phase.id
const mayOpen = (t: Table, id: string, page = 'notes-g1') =>
  roundTable.access?.(t.state, page, t.viewer(id), t.moment())

describe('forming groups before the launch', () => {
  it('[R1] takes nothing from the time of the groups', () => {
    const table = new Table(20).after(7 * MINUTE)
    expect(phaseOf(table)).toBe('forming')
    table.propose()
    table.act('f1', { type: 'launch' })
    expect(table.moment().location).toMatchObject({
      phase: { id: 'groups', ms: 30 * MINUTE },
      endsAt: 37 * MINUTE,
      left: 30 * MINUTE,
    })
  })

  it('[R3] proposes sizes with a reason and the other repair, and facilitators only by choice', () => {
    const table = new Table(11)
    table.propose()
    expect(sizes(table)).toEqual([6, 5])
    expect(table.state.draft).toMatchObject({ reason: 'between', alternative: [11], repair: 'smaller' })
    table.propose({}, { repair: 'larger' })
    expect(sizes(table)).toEqual([11])
    expect(table.state.draft).toMatchObject({ alternative: [6, 5], repair: 'larger' })
    table.propose({ facilitatorsTakePart: true })
    expect(sizes(table)).toEqual([7, 6])
  })

  it('[R3] leaves people who are away out of the draw', () => {
    const table = new Table(20)
    table.away('p1')
    table.propose()
    expect(sizes(table)).toEqual([10, 9])
  })

  it('[R4] says who is without anybody of their organisation', () => {
    const table = new Table(17)
    table.propose({ mixBy: 'organisation' })
    expect(table.state.draft?.labelled).toBe(17)
    table.propose({ mixBy: 'none' })
    expect(table.state.draft).toMatchObject({ labelled: 0, alone: [] })
  })

  it('[R4] [X1] one organisation, however each of its people spells it, is one', () => {
    const table = new Table(12)
    const spelt = [
      "L'Haÿ-les-Roses",
      'L’HAY-LES-ROSES',
      'L´Hay\u2011les\u2011Roses',
      "L'Ha\u0079\u0308-les-Roses\u00a0",
    ]
    table.identities = new Map(
      table.people.map(({ id }, i) => [
        id,
        { name: id, organisation: spelt[i % spelt.length] ?? '', territory: '' },
      ]),
    )
    table.propose({ mixBy: 'organisation' })
    expect(table.state.draft).toMatchObject({ labelled: 12, alone: [] })
  })

  it('[R5] the same draw is kept, another is drawn on demand, and both are undone', () => {
    const table = new Table(20)
    table.propose()
    const before = table.state.draft
    table.propose({}, { redraw: false })
    expect(table.state.draft).toEqual(before)
    table.propose()
    expect(table.state.draft?.groups).not.toEqual(before?.groups)
    expect(table.act('f1', table.inverse ?? { type: 'unlaunch' })).toBe('ok')
    expect(table.state.draft).toEqual(before)
  })

  it('[R6] people are moved by hand, also out of all groups, and stay where they were put', () => {
    const table = new Table(20)
    table.propose()
    const person = table.state.draft?.groups[0]?.people[0] ?? ''
    expect(table.act('f2', { type: 'move', person, to: null })).toBe('ok')
    table.join('late')
    expect(table.state.draft?.groups.flatMap((g) => g.people)).not.toContain(person)
    expect(table.act('f2', { type: 'move', person, to: 'g2' })).toBe('ok')
    expect(table.act('f2', { type: 'move', person, to: 'g7' })).toBe('stale')
    expect(table.act('f2', { type: 'move', person, to: 'g3' })).toBe('ok')
    expect(table.act('f2', table.inverse ?? { type: 'unlaunch' })).toBe('ok')
    expect(table.state.draft?.groups[1]?.people).toContain(person)
  })

  it('[R7] launching does not reshuffle the preview', () => {
    const table = new Table(20)
    table.propose()
    const preview = table.state.draft?.groups.map((g) => [...g.people].sort())
    table.act('f1', { type: 'launch' })
    expect(table.state.groups.map((g) => g.seats.map((s) => s.person).sort())).toEqual(preview)
  })

  it('[R8] whoever joins before the launch goes to the smallest proposed group; nobody else moves', () => {
    const table = new Table(19)
    table.propose()
    const before = table.state.draft?.groups.map((g) => g.people)
    table.join('late')
    expect(table.state.draft?.groups.map((g) => g.people)).toEqual([
      before?.[0],
      [...(before?.[1] ?? []), 'late'],
    ])
  })

  it('[R9] launching is undone, and launching again keeps the groups and gives the whole time', () => {
    const table = new Table(20).open().after(4 * MINUTE)
    const before = table.state.groups.map((g) => g.seats.map((s) => s.person))
    expect(table.act('f1', table.inverse ?? { type: 'draft', draft: null })).toBe('ok')
    expect(phaseOf(table)).toBe('forming')
    table.after(MINUTE)
    table.act('f1', { type: 'launch' })
    expect(table.state.groups.map((g) => g.seats.map((s) => s.person))).toEqual(before)
    expect(table.moment().location.left).toBe(30 * MINUTE)
  })

  it('[R9] a new draw after a launch opens new pages', () => {
    const table = new Table(20).open()
    table.act('f1', { type: 'unlaunch' })
    table.propose()
    table.act('f1', { type: 'launch' })
    expect(table.group().pages).toEqual(['notes-g1-2'])
    expect(mayOpen(table, table.member(), 'notes-g1')).toBe('none')
  })
})

describe('groups at work', () => {
  it('[R23] everybody is back in plenary at the common end, by time alone', () => {
    const table = new Table(20).open()
    const someone = table.member('g2')
    expect(roomOf(table, someone)).toEqual({ room: 'g2', until: 30 * MINUTE })
    expect(roomOf(table.after(30 * MINUTE - 1), someone)?.room).toBe('g2')
    expect(roomOf(table.after(1), someone)).toBeUndefined()
    expect(phaseOf(table)).toBe('plenary')
  })

  it('[R24] one group or all are given more time, or less, and that is undone', () => {
    const table = new Table(20).open()
    const [one, two] = [table.member('g1'), table.member('g2')]
    expect(table.act('f1', { type: 'extend', group: 'g1', ms: 5 * MINUTE })).toBe('ok')
    expect([roomOf(table, one)?.until, roomOf(table, two)?.until]).toEqual([35 * MINUTE, 30 * MINUTE])
    expect(table.act('f1', { type: 'extend', group: null, ms: MINUTE })).toBe('ok')
    expect([roomOf(table, one)?.until, roomOf(table, two)?.until]).toEqual([36 * MINUTE, 31 * MINUTE])
    expect(instants(roundTable.phases(table.state, table.setting()))).toContain(36 * MINUTE)
    table.act('f1', table.inverse ?? { type: 'unlaunch' })
    expect(roomOf(table, two)?.until).toBe(30 * MINUTE)
    table.after(32 * MINUTE)
    expect(roomOf(table, one)?.room).toBe('g1')
    expect(table.act('f1', { type: 'extend', group: null, ms: 2 * MINUTE })).toBe('ok')
    expect(roomOf(table, two)?.until).toBe(34 * MINUTE)
  })

  it('[R25] one group or all are called back early, and that is undone', () => {
    const table = new Table(20).open().after(10 * MINUTE)
    const [one, two] = [table.member('g1'), table.member('g2')]
    table.act('f1', { type: 'call-back', group: 'g1' })
    const undo = table.inverse
    expect([roomOf(table, one), roomOf(table, two)?.room]).toEqual([undefined, 'g2'])
    expect(table.act('f1', undo ?? { type: 'unlaunch' })).toBe('ok')
    expect(roomOf(table, one)?.until).toBe(30 * MINUTE)
    table.act('f1', { type: 'extend', group: 'g2', ms: MINUTE })
    table.act('f1', { type: 'call-back', group: null })
    expect([roomOf(table, one), roomOf(table, two)]).toEqual([undefined, undefined])
    expect(table.act('f1', table.inverse ?? { type: 'unlaunch' })).toBe('ok')
    expect(roomOf(table, two)?.until).toBe(30 * MINUTE)
  })

  it('[R25] groups that are called back have a countdown, and it is undone; nobody is given longer by it', () => {
    const table = new Table(20).open().after(10 * MINUTE)
    const [one, two] = [table.member('g1'), table.member('g2')]
    expect(table.act('f1', { type: 'call-back', group: 'g1', inMs: MINUTE })).toBe('ok')
    expect([roomOf(table, one)?.until, roomOf(table, two)?.until]).toEqual([11 * MINUTE, 30 * MINUTE])
    expect(table.act('f1', table.inverse ?? { type: 'unlaunch' })).toBe('ok')
    expect(roomOf(table, one)?.until).toBe(30 * MINUTE)
    table.act('f1', { type: 'extend', group: 'g2', ms: 5 * MINUTE })
    expect(table.act('f1', { type: 'call-back', group: null, inMs: MINUTE })).toBe('ok')
    expect([one, two].map((id) => roomOf(table, id)?.until)).toEqual([11 * MINUTE, 11 * MINUTE])
    expect(table.act('f2', { type: 'call-back', group: null, inMs: 2 * MINUTE })).toBe('already')
    expect(table.act('f2', { type: 'call-back', group: 'g1', inMs: 2 * MINUTE })).toBe('already')
    table.after(MINUTE)
    expect([roomOf(table, one), roomOf(table, two)]).toEqual([undefined, undefined])
  })

  it('[R25] a group that was given longer than the others is called back with a countdown, too', () => {
    const table = new Table(20).open()
    table.act('f1', { type: 'extend', group: 'g2', ms: 10 * MINUTE })
    table.after(32 * MINUTE)
    const late = table.member('g2')
    expect(roomOf(table, late)?.until).toBe(40 * MINUTE)
    expect(table.act('f1', { type: 'call-back', group: null, inMs: MINUTE })).toBe('ok')
    expect(roomOf(table, late)?.until).toBe(33 * MINUTE)
  })

  it('[R37] after the return a group’s page is shown on the screen, and to no other group', () => {
    const table = new Table(20).open().after(10 * MINUTE)
    const screen = { id: null, role: 'screen' } as const
    const reads = (name: string) => roundTable.access?.(table.state, name, screen, table.moment())
    const seen = () => roundTable.view(table.state, SCREEN, table.moment()).shown
    expect(table.act('f1', { type: 'show-page', group: 'g1' })).toBe('not-now')
    expect(table.act(table.member('g1'), { type: 'show-page', group: 'g1' })).toBe('not-allowed')
    table.after(20 * MINUTE)
    expect(table.act('f1', { type: 'show-page', group: 'g1' })).toBe('ok')
    expect(seen()).toEqual({ key: 'g1', number: 1, pages: ['notes-g1'] })
    expect([reads('notes-g1'), reads('notes-g2')]).toEqual(['read', 'none'])
    expect(roundTable.view(table.state, 'group:g2', table.moment()).shown).toBeNull()
    expect(table.act('f1', table.inverse ?? { type: 'unlaunch' })).toBe('ok')
    expect([seen(), reads('notes-g1')]).toEqual([null, 'none'])
    // The groups are given time again: what they write is theirs again.
    table.act('f1', { type: 'show-page', group: 'g1' })
    table.act('f1', { type: 'extend', group: null, ms: 5 * MINUTE })
    expect([seen(), reads('notes-g1')]).toEqual([null, 'none'])
  })

  it('[R26] a person moved after the launch is last in the new order, and keeps the turn that they had', () => {
    const table = new Table(20).open()
    table.act(table.member(), { type: 'begin', group: 'g1' })
    const speaker = table.speaker() ?? ''
    table.act('f1', { type: 'move', person: speaker, to: 'g2' })
    expect(table.speaker()).not.toBe(speaker)
    expect(table.group('g2').seats.at(-1)).toMatchObject({ person: speaker, status: 'waiting' })
    expect(roomOf(table, speaker)?.room).toBe('g2')
    expect(mayOpen(table, speaker)).toBe('none')
    const second = table.speaker() ?? ''
    table.act(second, { type: 'done', group: 'g1', speaker: second })
    table.act('f1', { type: 'move', person: second, to: 'g2' })
    expect(table.group('g2').seats.at(-1)).toMatchObject({ person: second, status: 'done' })
  })

  it('[R27] a latecomer enters the smallest group that has a turn left, as the last to speak', () => {
    const table = new Table(19).open()
    const before = people(table, 'g1')
    table.join('late')
    expect(people(table, 'g1')).toEqual(before)
    expect(table.group('g2').seats.at(-1)).toMatchObject({ person: 'late', status: 'waiting' })
    // 10 × 2 min are ahead in each group: with 21 min left one more turn does not fit.
    table.after(9 * MINUTE)
    table.join('later')
    expect(table.group('g1').seats.at(-1)).toMatchObject({ person: 'later', status: 'listening' })
  })

  it('[R27] whoever comes in the last minute, or after it, stays in plenary', () => {
    const table = new Table(20).open().after(29 * MINUTE + 1)
    table.join('late')
    expect(roomOf(table, 'late')).toBeUndefined()
    expect(
      roundTable.view(table.state, roundTable.audience(table.state, table.viewer('late')), table.moment())
        .group,
    ).toBeNull()
  })

  it('[R28] a group with few people present is marked, with the group to join it with', () => {
    const table = new Table(16).open()
    for (const id of people(table, 'g1').slice(0, 2)) table.away(id)
    expect(table.group().fewSince).toBeNull()
    table.after(5_000).away(people(table, 'g1')[2] ?? '')
    expect(table.group().fewSince).toBe(5_000)
    const seen = roundTable.view(table.state, 'facilitators', table.moment())
    expect(seen.console?.groups.map((g) => g.partner)).toEqual(['g2', null])
    table.away(people(table, 'g1')[2] ?? '', false)
    expect(table.group().fewSince).toBeNull()
  })

  it('[R29] two groups are joined: those who spoke stay done, and that is undone', () => {
    const table = new Table(20).open()
    table.act(table.member('g1'), { type: 'begin', group: 'g1' })
    table.act(table.member('g2'), { type: 'begin', group: 'g2' })
    const spoke = table.speaker('g2') ?? ''
    table.act(spoke, { type: 'done', group: 'g2', speaker: spoke })
    const speaker = table.speaker('g1')
    expect(table.act('f1', { type: 'merge', from: 'g2', into: 'g1' })).toBe('ok')
    const undo = table.inverse
    expect(table.group('g1').seats).toHaveLength(20)
    expect(table.speaker('g1')).toBe(speaker)
    expect(table.group('g1').seats.find((s) => s.person === spoke)?.status).toBe('done')
    expect(mayOpen(table, spoke, 'notes-g1')).toBe('write')
    expect(mayOpen(table, spoke, 'notes-g2')).toBe('write')
    expect(table.act('f1', undo ?? { type: 'unlaunch' })).toBe('ok')
    expect(people(table, 'g2')).toContain(spoke)
    expect(table.group('g1').seats).toHaveLength(10)
    expect(mayOpen(table, spoke, 'notes-g1')).toBe('none')
  })

  it('[R39] several groups are given time, called back or joined at once, and that is undone as one thing', () => {
    const table = new Table(30).open()
    const at = ({ extraMs, calledBackAt, mergedInto, seats }: Group) => [
      extraMs,
      calledBackAt,
      mergedInto,
      seats.map((seat) => seat.person).toSorted(),
    ]
    const before = table.state.groups.map(at)
    const undone = () => {
      expect(table.act('f1', table.inverse ?? { type: 'unlaunch' })).toBe('ok')
      expect(table.state.groups.map(at)).toEqual(before)
    }
    const each = (groups: readonly string[], action: (group: string) => OneGroupAction) =>
      table.act('f1', { type: 'together', actions: groups.map(action) })
    expect(each(['g1', 'g3'], (group) => ({ type: 'extend', group, ms: MINUTE }))).toBe('ok')
    expect(table.state.groups.map((group) => group.extraMs)).toEqual([MINUTE, 0, MINUTE])
    undone()
    expect(each(['g2', 'g3'], (group) => ({ type: 'call-back', group }))).toBe('ok')
    expect(table.state.groups.map((group) => group.calledBackAt)).toEqual([null, 0, 0])
    undone()
    expect(each(['g2', 'g3'], (from) => ({ type: 'merge', from, into: 'g1' }))).toBe('ok')
    expect(table.group('g1').seats).toHaveLength(30)
    undone()
  })

  it('[R39] a group for which it is too late is passed over; when it is for all, it is refused and nothing is changed', () => {
    const table = new Table(30).open()
    table.act('f1', { type: 'call-back', group: 'g1' })
    const back = (...groups: string[]) =>
      table.act('f1', { type: 'together', actions: groups.map((group) => ({ type: 'call-back', group })) })
    expect(back('g1', 'g2')).toBe('ok')
    expect(table.state.groups.map((group) => group.calledBackAt)).toEqual([0, 0, null])
    const { state } = table
    expect(back('g1', 'g2', 'nowhere')).toBe('stale')
    expect(table.state).toBe(state)
    expect(table.act('p1', { type: 'together', actions: [{ type: 'call-back', group: 'g3' }] })).toBe(
      'not-allowed',
    )
    const of = (actions: unknown) => Action.safeParse({ type: 'together', actions }).success
    const one = { type: 'call-back', group: 'g3' }
    expect([
      of([one]),
      of([]),
      of([{ ...one, group: null }]),
      of([{ type: 'together', actions: [one] }]),
    ]).toEqual([true, false, false, false])
    expect(of(Array.from({ length: TOGETHER_MAX + 1 }, () => one))).toBe(false)
  })

  it('[R30] a facilitator visits, is announced and counted apart', () => {
    const table = new Table(20).open()
    table.act('f2', { type: 'visit', group: 'g1' })
    const seen = roundTable.view(table.state, 'group:g1', table.moment()).group
    expect(seen?.visitors).toEqual(['f2'])
    expect(seen?.seats.map((s) => s.person)).not.toContain('f2')
    expect(roomOf(table, 'f2')?.room).toBe('g1')
    table.act('f2', { type: 'visit', group: null })
    expect(roomOf(table, 'f2')).toBeUndefined()
  })

  it('[R31] participants decide nothing about the groups', () => {
    const table = new Table(20).open()
    for (const action of [
      { type: 'extend', group: null, ms: MINUTE },
      { type: 'call-back', group: null },
      { type: 'move', person: 'p1', to: 'g2' },
      { type: 'merge', from: 'g1', into: 'g2' },
      { type: 'visit', group: 'g1' },
      { type: 'unlaunch' },
    ] as const)
      expect(table.act('p1', action)).toBe('not-allowed')
  })

  it('[R32] seats are kept for who is away or removed: same group on return', () => {
    const table = new Table(20).open()
    const someone = table.member('g2', 4)
    const person = table.people.find((p) => p.id === someone)
    table.roster((all) => all.filter((p) => p.id !== someone))
    expect(roundTable.view(table.state, 'group:g2', table.moment()).group?.seats).toHaveLength(9)
    table.roster((all) => (person ? [...all, person] : all))
    expect(roomOf(table, someone)?.room).toBe('g2')
    expect(table.member('g2', 4)).toBe(someone)
  })

  it('[R33] a group page is for its members and the facilitators, writable until shortly after the return', () => {
    const table = new Table(20).open()
    const [mine, other] = [table.member('g1'), table.member('g2')]
    expect([mine, other, 'f1', 'f2'].map((id) => mayOpen(table, id))).toEqual([
      'write',
      'none',
      'write',
      'write',
    ])
    expect(roundTable.access?.(table.state, 'notes-g1', { id: null, role: 'screen' }, table.moment())).toBe(
      'none',
    )
    expect(mayOpen(table, 'f1', 'elsewhere')).toBe('none')
    expect(mayOpen(table.after(30 * MINUTE + 59_999), mine)).toBe('write')
    expect(mayOpen(table.after(1), mine)).toBe('read')
  })

  it('[R34] a participant sees nothing of another group', () => {
    const table = new Table(20).open()
    const outsider = table.member('g2')
    table.act(table.member('g1'), { type: 'help', group: 'g1', reason: 'secret reason' })
    const seen = JSON.stringify(
      roundTable.view(table.state, roundTable.audience(table.state, table.viewer(outsider)), table.moment()),
    )
    for (const id of people(table, 'g1')) expect(seen).not.toContain(`"${id}"`)
    expect(seen).not.toContain('secret reason')
    const screen = JSON.stringify(roundTable.view(table.state, 'screen', table.moment()))
    expect(screen).not.toMatch(/"p\d/)
  })

  it('[R35] the harvest has the pages that were written, and an empty text for who wrote nothing', () => {
    const table = new Table(20, { question: 'Quels points ?' }).open()
    const doc = new Y.Doc()
    doc.getText(PAGE_TEXT).insert(0, '  Trois points.\n')
    const blocksWith = (written: string) =>
      roundTable.harvest({
        ...table.moment(),
        state: table.state,
        language: 'fr',
        documentNames: [written],
        document: (name) => (name === written ? doc : undefined),
      })
    expect(blocksWith('notes-g2')).toEqual([
      { type: 'heading', text: 'Quels points ?' },
      {
        type: 'groups',
        groups: [
          { title: '1', people: people(table, 'g1'), text: '' },
          { title: '2', people: people(table, 'g2'), text: 'Trois points.' },
        ],
      },
    ])
    expect(blocksWith('elsewhere')).toEqual([])
  })
})
