import { describe, expect, it } from 'vitest'
import { MINUTE, Table } from './table.testkit.ts'
import { settle } from './tour.ts'

/** One group of `n`, its tour begun. */
function touring(n = 4, change = {}) {
  const table = new Table(n, { min: 2, max: 50, target: n, ...change }).open()
  table.act(table.member(), { type: 'begin', group: 'g1' })
  return table
}

const first = (t: Table, type: 'done' | 'skip' | 'more', by = t.speaker() ?? '') =>
  t.act(by, { type, group: 'g1', speaker: t.speaker() ?? '' })

describe('the tour of a group', () => {
  it('[R10] begins with a check-in, at the wish of any member', () => {
    const table = new Table(4, { min: 2, max: 50, target: 4 }).open()
    expect(table.group()).toMatchObject({ stage: 'check-in', turn: null })
    expect(table.act('p2', { type: 'check-in', group: 'g1', person: 'p2' })).toBe('ok')
    expect(table.act('p2', { type: 'check-in', group: 'g1', person: 'p3' })).toBe('not-allowed')
    expect(table.act('p2', { type: 'begin', group: 'g1' })).toBe('ok')
    expect(table.act('p3', { type: 'begin', group: 'g1' })).toBe('already')
    expect(table.group().stage).toBe('tour')
  })

  it('[R11] the order is alphabetical by first name, accents and case ignored, facilitators last', () => {
    // p1 eric, p2 Awa, p3 Çelik, p4 Émile, p5 Bruno, f1 Zoé, f2 Élodie
    const table = new Table(5, { min: 2, max: 50, target: 7, facilitatorsTakePart: true }).open()
    expect(table.group().seats.map((s) => s.person)).toEqual(['p2', 'p5', 'p3', 'p4', 'p1', 'f2', 'f1'])
  })

  it('[R11] or by lot, facilitators last all the same', () => {
    const orders = (['alphabetical', 'random'] as const).map((order) =>
      new Table(12, { min: 2, max: 50, target: 14, facilitatorsTakePart: true, order })
        .open()
        .group()
        .seats.map((s) => s.person),
    )
    const [alphabetical = [], random = []] = orders
    expect([...random].sort()).toEqual([...alphabetical].sort())
    expect(random.slice(-2).sort()).toEqual(['f1', 'f2'])
    expect(random.slice(0, 12)).not.toEqual(alphabetical.slice(0, 12))
  })

  it('[R12] one person speaks at a time, and says when it is over', () => {
    const table = touring()
    expect(table.order()).toBe('p2 speaking, p3 waiting, p4 waiting, p1 waiting')
    expect(first(table, 'done', 'p3')).toBe('not-allowed')
    table.after(90_000)
    expect(first(table, 'done')).toBe('ok')
    expect(table.order()).toBe('p2 done, p3 speaking, p4 waiting, p1 waiting')
    expect(table.group().turn).toEqual({ person: 'p3', startedAt: table.elapsed, extraMs: 0 })
  })

  it('[R12] two presses do not skip anybody', () => {
    const table = touring()
    const speaker = table.speaker() ?? ''
    table.after(2 * MINUTE)
    expect(table.act('p3', { type: 'done', group: 'g1', speaker })).toBe('ok')
    expect(table.act('p4', { type: 'done', group: 'g1', speaker })).toBe('stale')
  })

  it('[R13] the end of a turn cuts nobody off, and then any member may pass the word on', () => {
    const table = touring().after(10 * MINUTE)
    expect(table.speaker()).toBe('p2')
    expect(first(table, 'done', 'p4')).toBe('ok')
    expect(table.speaker()).toBe('p3')
  })

  it('[R14] « +30 s » is given by anybody in the group, ten times at most', () => {
    const table = touring()
    for (let i = 0; i < 10; i++) expect(first(table, 'more', 'p4')).toBe('ok')
    expect(first(table, 'more')).toBe('too-many')
    expect(table.group().turn?.extraMs).toBe(5 * MINUTE)
  })

  it('[R15] names change by themselves, 20 s after the end of a turn, only if the group chose it', () => {
    const table = touring()
    expect(table.act('p4', { type: 'auto', group: 'g1', on: true })).toBe('ok')
    const pace = { turnMs: 2 * MINUTE, gone: new Set<string>() }
    const at = (ms: number) => settle(table.group(), pace, ms).turn?.person
    expect(at(2 * MINUTE + 19_999)).toBe('p2')
    expect(at(2 * MINUTE + 20_000)).toBe('p3')
    expect(at(3 * (2 * MINUTE + 20_000))).toBe('p1')
    expect(settle(table.group(), pace, 20 * MINUTE)).toMatchObject({ stage: 'free', turn: null })
    // What the screens computed is what the next action finds.
    table.after(2 * (2 * MINUTE + 20_000))
    expect(table.act('p2', { type: 'done', group: 'g1', speaker: 'p3' })).toBe('stale')
    expect(table.act('p4', { type: 'done', group: 'g1', speaker: 'p4' })).toBe('ok')
  })

  it('[R15] switching it on late still leaves the speaker 20 s', () => {
    const table = touring().after(5 * MINUTE)
    table.act('p4', { type: 'auto', group: 'g1', on: true })
    const pace = { turnMs: 2 * MINUTE, gone: new Set<string>() }
    expect(settle(table.group(), pace, table.elapsed + 19_999).turn?.person).toBe('p2')
    expect(settle(table.group(), pace, table.elapsed + 20_000).turn?.person).toBe('p3')
  })

  it('[R16] who passes is offered a turn after the last speaker; passing twice is final', () => {
    const table = touring()
    expect(table.act('p2', { type: 'pass', group: 'g1', person: 'p2' })).toBe('ok')
    expect(table.act('p1', { type: 'pass', group: 'g1', person: 'p1' })).toBe('ok')
    first(table, 'done')
    first(table, 'done')
    expect(table.group()).toMatchObject({ stage: 'again', turn: null })
    expect(table.act('p4', { type: 'offer-again', group: 'g1' })).toBe('ok')
    expect(table.speaker()).toBe('p2')
    table.act('p2', { type: 'pass', group: 'g1', person: 'p2' })
    expect(table.act('p2', { type: 'come-back', group: 'g1', person: 'p2' })).toBe('not-now')
    first(table, 'done')
    expect(table.group().stage).toBe('free')
  })

  it('[R16] who passed may take the turn back, and the group may decline to ask again', () => {
    const table = touring()
    table.act('p2', { type: 'pass', group: 'g1', person: 'p2' })
    table.act('p4', { type: 'pass', group: 'g1', person: 'p4' })
    expect(table.act('p2', { type: 'come-back', group: 'g1', person: 'p2' })).toBe('ok')
    expect(table.order()).toBe('p3 speaking, p4 passed, p1 waiting, p2 waiting')
    first(table, 'done')
    first(table, 'done')
    first(table, 'done')
    expect(table.group().stage).toBe('again')
    expect(table.act('p3', { type: 'free-talk', group: 'g1' })).toBe('ok')
    expect(table.act('p4', { type: 'come-back', group: 'g1', person: 'p4' })).toBe('ok')
    expect(table.speaker()).toBe('p4')
    first(table, 'done')
    expect(table.group().stage).toBe('free')
  })

  it('[R17] a speaker who does not answer may be skipped after 10 s and may come back', () => {
    const table = touring()
    expect(first(table, 'skip', 'p4')).toBe('not-now')
    table.after(10_000)
    expect(first(table, 'skip', 'p4')).toBe('ok')
    expect(table.order()).toBe('p2 absent, p3 speaking, p4 waiting, p1 waiting')
    expect(table.act('p2', { type: 'come-back', group: 'g1', person: 'p2' })).toBe('ok')
    expect(table.order()).toBe('p3 speaking, p4 waiting, p1 waiting, p2 waiting')
  })

  it('[R18] a speaker whose connection is lost makes room, and is queued again on return', () => {
    const table = touring().after(20_000)
    table.away('p2')
    expect(table.order()).toBe('p2 absent, p3 speaking, p4 waiting, p1 waiting')
    table.away('p2', false)
    first(table, 'done')
    expect(table.speaker()).toBe('p2')
  })

  it('[R18] those who are away are passed over, and offered a turn when they return after the others', () => {
    const table = touring()
    table.away('p3')
    first(table, 'done')
    expect(table.speaker()).toBe('p4')
    first(table, 'done')
    first(table, 'done')
    expect(table.group().stage).toBe('free')
    table.away('p3', false)
    expect(table.group().stage).toBe('again')
  })

  it('[R19] time not used goes to the free talk, and so is overrun taken from it', () => {
    const table = touring()
    for (let i = 0; i < 4; i++) {
      table.after(30_000)
      first(table, 'done')
    }
    expect(table.group()).toMatchObject({ stage: 'free', since: 2 * MINUTE })
  })

  it('[R20] somebody without a device is given a turn, which the others end', () => {
    const table = new Table(3, { min: 2, max: 50, target: 4 })
    table.join('hall', { hasDevice: false })
    table.open()
    table.act('p1', { type: 'begin', group: 'g1' })
    while (table.speaker() !== 'hall') first(table, 'done')
    expect(table.act('p1', { type: 'done', group: 'g1', speaker: 'hall' })).toBe('ok')
  })

  it('[R21] only members drive their group; a facilitator does once there', () => {
    const table = touring(20, { min: 8, max: 10, target: null })
    const outsider = table.member('g2')
    const speaker = table.speaker() ?? ''
    expect(table.act(outsider, { type: 'more', group: 'g1', speaker })).toBe('not-allowed')
    expect(table.act(outsider, { type: 'begin', group: 'g7' })).toBe('not-allowed')
    expect(table.act('f2', { type: 'more', group: 'g1', speaker })).toBe('not-allowed')
    table.act('f2', { type: 'visit', group: 'g1' })
    expect(table.act('f2', { type: 'more', group: 'g1', speaker })).toBe('ok')
    table.after(30 * MINUTE)
    expect(first(table, 'done')).toBe('closed')
  })

  it('[R22] a call for help is seen, taken by one, answered', () => {
    const table = touring(20, { min: 8, max: 10, target: null })
    const member = table.member('g1', 3)
    expect(table.act(member, { type: 'help', group: 'g1', reason: '  le son ' })).toBe('ok')
    expect(table.group().help).toMatchObject({ by: member, reason: 'le son', takenBy: null })
    expect(table.act('f2', { type: 'help-take', group: 'g1' })).toBe('ok')
    expect(table.act('f1', { type: 'help-take', group: 'g1' })).toBe('already')
    expect(table.act(member, { type: 'help-answer', group: 'g1' })).toBe('not-allowed')
    expect(table.act('f1', { type: 'help-answer', group: 'g1' })).toBe('ok')
    expect(table.group().help).toBeNull()
  })
})
