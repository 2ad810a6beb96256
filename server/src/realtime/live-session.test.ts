/** Who is in a session, who waits, who is shown out, and what is told about it, with sockets that only listen. */
import { type Command, type Frame, type Goodbye, limits, type Role } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { describe, expect, test } from 'vitest'
import { createLog } from '../observability/log.ts'
import { LastUse } from '../retention/last-use.ts'
import { MemoryStore } from '../store/memory/memory-store.ts'
import { TestClock } from '../testkit/test-clock.ts'
import { linkVisio } from '../visio/link/link.ts'
import type { Guest } from './guest.ts'
import { LiveSession } from './live-session.ts'
import { SessionHost } from './session-host.ts'
import { SOCKETS_PER_PERSON, SOCKETS_PER_SESSION } from './socket-limits.ts'

/** A store that remembers which devices it was told of. */
class Ledger extends MemoryStore {
  readonly touched: string[] = []
  override async touchKeys(ids: readonly string[], usedAt: number): Promise<void> {
    this.touched.push(...ids)
    await super.touchKeys(ids, usedAt)
  }
}

async function open(capacity = 100) {
  const store = new Ledger()
  const clock = new TestClock()
  const { settings, plan } = tallyWorkshop('a', 'b')
  const genesis = { createdAt: 0, seed: 's', workshop: { settings: { ...settings, capacity }, plan } }
  const row = { id: 's', code: 'CODE', genesis, endedAt: null }
  await store.createSession(row)
  const deps = { store, kinds: testKinds, visio: linkVisio, clock, log: createLog('silent') }
  const host = await SessionHost.load(row, deps)
  const rooms = new Map<string, Set<Guest>>()
  const lastUse = new LastUse({ id: 's', usedAt: clock.now() }, deps)
  const live = new LiveSession(host, lastUse, deps, {
    send: (_, audience, frame, except) => {
      for (const one of rooms.get(audience) ?? []) if (!except.includes(one)) one.send(frame)
    },
    tell: () => undefined,
  })
  const visit = (id: string | null, role: Role | 'screen' = 'participant', key = `key-${id}`) => {
    const said: [Goodbye, number | null][] = []
    const frames: Frame[] = []
    const waits: string[] = []
    let room: string | undefined
    let welcomes = 0
    const guest: Guest = {
      seat: { id, role, session: 's', key },
      takesChanges: true,
      send: (frame) => frames.push(frame),
      enter: (audience) => {
        if (room !== undefined) rooms.get(room)?.delete(guest)
        room = audience
        if (room !== undefined) rooms.set(room, (rooms.get(room) ?? new Set()).add(guest))
      },
      wait: (why) => waits.push(why),
      welcome: () => void welcomes++,
      dismiss: (reason, retryInMs) => said.push([reason, retryInMs]),
    }
    live.arrive(guest)
    return { guest, frames, waits, said, welcomes: () => welcomes, isInRoom: () => room !== undefined }
  }
  const join = (person: string, role: Role = 'participant', newcomer?: true) =>
    host.system({ type: 'joined', person, role, ...(newcomer && { newcomer }) })
  await join('claire', 'facilitator')
  await join('yanis')
  let count = 0
  const by = (actor: string, command: Command) =>
    host.submit({ actor, commandId: `${actor}:${count++}`, command })
  return { by, clock, host, join, lastUse, live, store, visit }
}

/** Told once with nothing to try again for. */
const forGood = (reason: Goodbye) => [[reason, null]]

describe('coming in', () => {
  test('[P3] whoever has a seat is welcomed once, with everything, and hears what follows', async () => {
    const { by, host, live, visit } = await open()
    expect([live.isIdle, live.isDriven, live.hasEnded]).toEqual([true, false, false])
    const yanis = visit('yanis')
    expect([live.isIdle, live.isDriven]).toEqual([false, false])
    const [claire, screen] = [visit('claire', 'facilitator'), visit(null, 'screen', 'link')]
    expect(live.isDriven).toBe(true)
    for (const one of [yanis, claire, screen]) {
      expect([one.welcomes(), one.frames.length, one.waits, one.said]).toEqual([1, 1, [], []])
      expect(one.frames[0]?.whole).toBe(true)
    }
    await by('claire', { type: 'door', locked: true })
    expect(yanis.frames.at(-1)).toMatchObject({ whole: false, session: { locked: true } })
    live.resend(yanis.guest)
    expect(yanis.frames.at(-1)).toMatchObject({ whole: true })
    // Who drives is what the session says, not what was shown at the door.
    await host.system({ type: 'joined', person: 'sam', role: 'cofacilitator' })
    live.leave(claire.guest)
    expect(live.isDriven).toBe(false)
    const pretends = visit('yanis', 'facilitator').frames[0]
    expect(live.isDriven).toBe(false)
    expect([pretends?.plan, pretends?.people, pretends?.me?.role]).toEqual([
      undefined,
      undefined,
      'participant',
    ])
    expect(screen.frames[0]?.me?.role).toBe('screen')
    visit('sam', 'participant')
    expect(live.isDriven).toBe(true)
  })

  test('[P3] what concerns one person comes once to each of their sockets, and the rest once to everybody', async () => {
    const { by, join, visit } = await open()
    await join('léa')
    const yanis = [visit('yanis'), visit('yanis', 'participant', 'other')]
    const all = [...yanis, visit('léa'), visit('claire', 'facilitator')]
    await by('claire', {
      ...{ type: 'rename', person: 'yanis' },
      identity: { name: 'Yan', organisation: '', territory: '' },
    })
    expect(all.map(({ frames }) => frames.length)).toEqual([2, 2, 2, 2])
    expect(all.map(({ frames }) => frames.at(-1)?.me?.name)).toEqual(['Yan', 'Yan', undefined, undefined])
  })

  test('[P15] leading is for who drives, as the session knows them, whatever was shown at the door', async () => {
    const { live, visit } = await open()
    const guide = { type: 'guide', activity: 'a', mode: 'bring', turn: 't' }
    const lead = ({ guest }: ReturnType<typeof visit>) => live.signal(guest, guide)
    expect([lead(visit('yanis', 'facilitator')), lead(visit(null, 'screen')), lead(visit('claire'))]).toEqual(
      ['not-allowed', 'not-allowed', 'not-now'].map((refusal) => ({ ok: false, refusal })),
    )
  })

  test('whoever is in, waits or watches keeps it in memory, however many do', async () => {
    const { by, join, live, visit } = await open()
    await by('claire', { type: 'approval', on: true })
    await join('bob')
    const stop = live.watch(() => undefined)
    expect(live.isIdle).toBe(false)
    const yanis = visit('yanis')
    expect(live.isIdle).toBe(false)
    stop()
    const bob = visit('bob')
    expect(live.isIdle).toBe(false)
    live.leave(yanis.guest)
    live.watch(() => undefined)
    expect(live.isIdle).toBe(false)
    live.leave(bob.guest)
    expect(live.isIdle).toBe(false)
  })

  test('[S20] whoever has no right to be here is told why, and told nothing else', async () => {
    const { by, host, join, live, visit } = await open()
    for (const person of ['ève', 'noé']) await join(person)
    await by('claire', { type: 'remove', person: 'ève' })
    await host.system({ type: 'erased', person: 'noé' })
    live.revoke(['k'])
    const turnedAway = [
      visit('nobody'),
      visit('constructor'),
      visit('ève'),
      visit('noé'),
      visit('yanis', 'participant', 'k'),
      visit(null, 'screen', 'k'),
    ]
    expect(turnedAway.map(({ said }) => said)).toEqual(
      (['not-allowed', 'not-allowed', 'removed', 'erased', 'revoked', 'revoked'] as const).map(forGood),
    )
    for (const one of turnedAway) {
      expect([one.frames, one.waits, one.welcomes(), one.isInRoom()]).toEqual([[], [], 0, false])
      // Who never was in does not leave either.
      live.leave(one.guest)
      live.resend(one.guest)
      expect(one.frames).toEqual([])
    }
    expect(live.isIdle).toBe(true)
    expect(live.isHere('k')).toBe(false)
  })

  test('[L30] of one person’s sockets the oldest gives way, for good, and hears nothing any more', async () => {
    const { by, live, visit } = await open()
    const all = Array.from({ length: SOCKETS_PER_PERSON + 1 }, () => visit('yanis'))
    expect(all.map(({ said }) => said)).toEqual([forGood('too-many'), ...Array(SOCKETS_PER_PERSON).fill([])])
    await by('claire', { type: 'door', locked: true })
    expect(all.map(({ frames }) => frames.length)).toEqual([1, ...Array(SOCKETS_PER_PERSON).fill(2)])
    // What left twice makes room once.
    live.leave(all[0]?.guest as Guest)
    live.leave(all[1]?.guest as Guest)
    visit('yanis')
    expect(all[2]?.said).toEqual([])
    visit('yanis')
    expect(all[2]?.said).toEqual(forGood('too-many'))
  })

  test('[L31] a session that is full of sockets sends those away who have one, and says when to come back', async () => {
    const { live, visit } = await open()
    const some = Array.from({ length: SOCKETS_PER_SESSION - 1 }, (_, n) => visit(null, 'screen', `k${n}`))
    const yanis = visit('yanis')
    const again = visit('yanis')
    expect([again.said, again.frames]).toEqual([[['busy', 15_000]], []])
    live.leave(some[0]?.guest as Guest)
    expect(visit('yanis').said).toEqual([])
    expect(yanis.said).toEqual([])
  })
})

describe('waiting', () => {
  test('[S40] who has no seat hears why and nothing else, and comes in with everything once there is one', async () => {
    const { by, clock, host, join, live, visit } = await open()
    await by('claire', { type: 'approval', on: true })
    for (const person of ['bob', 'noé']) await join(person)
    const [bob, noé] = [visit('bob'), visit('noé')]
    await by('claire', { type: 'door', locked: true })
    live.resend(bob.guest)
    expect(live.signal(bob.guest, { type: 'react', reaction: 'clap' })).toMatchObject({ ok: false })
    expect([bob.waits, bob.frames, bob.welcomes(), bob.said]).toEqual([['waiting'], [], 0, []])
    // Somebody who waits keeps the session in memory, and is nobody who is here.
    expect([live.isIdle, live.isHere('key-bob')]).toEqual([false, false])
    await by('claire', { type: 'admit', people: ['bob'] })
    expect([bob.welcomes(), bob.frames.length, bob.frames[0]?.whole]).toEqual([1, 1, true])
    expect(bob.frames[0]?.session).toMatchObject({ locked: true })
    expect(live.isHere('key-bob')).toBe(true)
    await by('claire', { type: 'door', locked: false })
    expect([bob.welcomes(), bob.frames.length, noé.frames]).toEqual([1, 2, []])
    await by('claire', { type: 'remove', person: 'noé' })
    expect(noé.said).toEqual(forGood('removed'))
    live.leave(bob.guest)
    expect(live.isIdle).toBe(true)
    clock.advance(limits.COALESCE_MS)
    await host.settled()
    expect(noé.frames).toEqual([])
  })

  test('[S42] room goes to whoever had a seat, not to who waits to be let in before them', async () => {
    const { by, host, join, visit } = await open(4)
    for (const person of ['u', 'v']) await join(person, 'participant', true)
    await by('claire', { type: 'approval', on: true })
    await join('bob')
    visit('bob')
    await host.system({ type: 'seats', released: ['u'], taken: [], settled: [] })
    const u = visit('u')
    await host.settled()
    expect(u.frames).toHaveLength(1)
  })

  test('[S42] a seat that nobody took up is known as one, and can be freed; who connects is told of once', async () => {
    const { clock, host, join, live, visit } = await open()
    for (const person of ['u', 'v']) await join(person, 'participant', true)
    let seen = 0
    live.whenSeen('u', () => seen++)
    visit('u')
    visit('u')
    expect([seen, live.isTakenUp, await live.freeSeat()]).toEqual([1, true, false])
    clock.advance(limits.SEAT_KEPT_MS)
    await host.settled()
    expect(host.state.people['u']?.newcomer).toBeUndefined()
    expect(live.isTakenUp).toBe(false)
    expect([await live.freeSeat(), host.state.people['v']?.outside]).toEqual([true, 'released'])
    expect([live.isTakenUp, await live.freeSeat()]).toEqual([true, false])
    // Of two sockets one may go; who goes with the last has only looked in.
    for (const person of ['w', 'x']) await join(person, 'participant', true)
    visit('w')
    for (const person of ['w', 'x']) live.leave(visit(person).guest)
    clock.advance(limits.SEAT_KEPT_MS)
    await host.settled()
    expect(host.state.people['w']?.newcomer).toBeUndefined()
    expect([await live.freeSeat(), host.state.people['x']?.outside]).toEqual([true, 'released'])
    await join('y', 'participant', true)
    live.did('y')
    clock.advance(limits.SEAT_KEPT_MS)
    await host.settled()
    expect([host.state.people['y']?.newcomer, live.isTakenUp]).toEqual([undefined, true])
  })

  test('[S42] seats are given back to those who had one, as many as there is room for', async () => {
    const { by, host, join, visit } = await open(4)
    for (const person of ['u', 'v']) await join(person, 'participant', true)
    await host.system({ type: 'seats', released: ['u', 'v'], taken: [], settled: [] })
    for (const person of ['x', 'y']) await join(person)
    const [u, v] = [visit('u'), visit('v')]
    await host.settled()
    expect([u.waits, v.waits, u.frames, v.frames]).toEqual([['released'], ['released'], [], []])
    const before = host.state.seq
    await by('claire', { type: 'remove', person: 'x' })
    await host.settled()
    expect([u.frames.length, v.frames.length]).toEqual([1, 0])
    expect(host.state.seq).toBe(before + 2)
    await by('claire', { type: 'remove', person: 'y' })
    await host.settled()
    expect(v.frames).toHaveLength(1)
    expect(host.state.people['v']?.outside).toBeUndefined()
  })
})

describe('going', () => {
  test('[S20] removed, erased: shown out at once with the reason, all sockets of the person and no others', async () => {
    const { by, host, join, visit } = await open()
    await join('noé')
    const yanis = [visit('yanis'), visit('yanis', 'participant', 'other')]
    const [noé, claire] = [visit('noé'), visit('claire', 'facilitator')]
    await by('claire', { type: 'remove', person: 'yanis' })
    for (const one of yanis) expect([one.said, one.isInRoom()]).toEqual([forGood('removed'), false])
    expect([noé.said, claire.said]).toEqual([[], []])
    await host.system({ type: 'erased', person: 'noé' })
    expect(noé.said).toEqual(forGood('erased'))
    const told = noé.frames.length
    await by('claire', { type: 'door', locked: true })
    expect(noé.frames).toHaveLength(told)
    expect(claire.said).toEqual([])
  })

  test('[A4] a key that ends cuts what it opened and nothing else, and says how', async () => {
    const { live, visit } = await open()
    const link = visit(null, 'screen', 'link')
    const [first, second] = [visit('yanis', 'participant', 'k1'), visit('yanis', 'participant', 'k2')]
    let heard = 0
    const stop = live.watch(() => heard++)
    live.revoke(['k1'])
    expect([first.said, second.said, link.said]).toEqual([forGood('revoked'), [], []])
    expect([live.isRevoked('k1'), live.isRevoked('k2')]).toEqual([true, false])
    expect([live.isHere('k1'), live.isHere('k2'), heard]).toEqual([false, true, 1])
    live.revoke(['k2', 'link'], { reason: 'left', retryInMs: 7 })
    expect([second.said, link.said]).toEqual([[['left', 7]], [['left', 7]]])
    expect(first.said).toHaveLength(1)
    stop()
    live.revoke(['k3'])
    expect(heard).toBe(2)
    expect(live.isIdle).toBe(true)
  })

  test('what ends a key does not change why somebody else is shown out', async () => {
    const { by, live, visit } = await open()
    await by('claire', { type: 'remove', person: 'yanis' })
    live.end('deleted')
    const late = visit('claire', 'facilitator')
    live.revoke(['key-claire'], { reason: 'left', retryInMs: 7 })
    expect(late.said).toEqual(forGood('deleted'))
  })

  test('[P6] after the end nobody is here, nobody comes in, nothing is taken and nothing happens by itself', async () => {
    const { by, clock, host, join, live, visit } = await open()
    await by('claire', { type: 'go', activity: 'a' })
    await by('claire', { type: 'approval', on: true })
    await join('bob')
    const [yanis, bob, screen] = [visit('yanis'), visit('bob'), visit(null, 'screen')]
    let heard = 0
    live.watch(() => heard++)
    const frames = yanis.frames.length
    live.end('deleted')
    for (const one of [yanis, bob, screen]) expect(one.said).toEqual(forGood('deleted'))
    expect([live.hasEnded, heard]).toEqual([true, 1])
    expect(await by('claire', { type: 'pause' })).toEqual({ ok: false, refusal: 'unknown-session' })
    expect(visit('claire', 'facilitator').said).toEqual(forGood('deleted'))
    const { seq } = host.state
    clock.advance(10 * 60_000)
    await host.settled()
    expect([host.state.seq, yanis.frames.length, heard]).toEqual([seq, frames, 1])
  })

  test('[S19] who joins and never comes is away after the grace, whatever happens in the same moment', async () => {
    const { by, clock, host, join } = await open()
    clock.advance(limits.AWAY_AFTER_MS)
    await host.settled()
    await Promise.all([join('eve'), by('claire', { type: 'door', locked: true })])
    expect(host.state.people['eve']?.away).toBe(false)
    clock.advance(limits.AWAY_AFTER_MS)
    await host.settled()
    expect(host.state.people['eve']?.away).toBe(true)
  })

  test('[S19] away is who has no socket left; who left twice is not twice gone', async () => {
    const { clock, host, live, visit } = await open()
    const [first, second] = [visit('yanis'), visit('yanis')]
    const isAway = async () => {
      clock.advance(limits.AWAY_AFTER_MS)
      await host.settled()
      return host.state.people['yanis']?.away
    }
    live.leave(first.guest)
    live.leave(first.guest)
    expect(await isAway()).toBe(false)
    live.leave(second.guest)
    expect(await isAway()).toBe(true)
    visit('yanis')
    clock.advance(limits.COALESCE_MS)
    await host.settled()
    expect(host.state.people['yanis']?.away).toBe(false)
  })
})

describe('what is noted', () => {
  test('[A6] of those who drive and of screens when their devices were here, once a minute; of participants nothing', async () => {
    const { clock, live, store, visit } = await open()
    visit('yanis')
    const claire = visit('claire', 'facilitator')
    visit(null, 'screen', 'link')
    expect(store.touched).toEqual(['key-claire', 'link'])
    clock.advance(59_999)
    live.leave(claire.guest)
    expect(store.touched).toHaveLength(2)
    clock.advance(1)
    const back = visit('claire', 'facilitator')
    expect(store.touched).toEqual(['key-claire', 'link', 'key-claire'])
    clock.advance(60_000)
    // Nobody is told of a key that has ended.
    live.revoke(['key-claire'])
    expect(back.said).toEqual(forGood('revoked'))
    expect(store.touched).toHaveLength(3)
  })

  test('that it is used: by who comes, goes and does something, not by what the server does itself', async () => {
    const { by, clock, host, lastUse, live, visit } = await open()
    const isUsed = () => lastUse.at === clock.now()
    clock.advance(1_000)
    await host.system({ type: 'presence', away: [], back: [] })
    expect(isUsed()).toBe(false)
    // Beside what the server does in the same moment, too.
    await Promise.all([
      host.system({ type: 'presence', away: [], back: [] }),
      by('claire', { type: 'door', locked: true }),
    ])
    expect(isUsed()).toBe(true)
    clock.advance(1_000)
    const { guest } = visit('yanis')
    expect(isUsed()).toBe(true)
    clock.advance(1_000)
    expect(isUsed()).toBe(false)
    live.leave(guest)
    expect(isUsed()).toBe(true)
    clock.advance(1_000)
    live.leave(guest)
    visit('nobody')
    expect(isUsed()).toBe(false)
  })
})

describe('when it is told', () => {
  test('[P4] what a facilitator does at once, what participants do together, who comes and goes calmly', async () => {
    const { by, clock, join, visit } = await open()
    await by('claire', { type: 'go', activity: 'a' })
    const yanis = visit('yanis')
    clock.advance(1_000)
    const told = () => yanis.frames.length
    const add: Command = { type: 'act', activity: 'a', action: { type: 'add' } }
    await by('yanis', add)
    const first = told()
    expect(first).toBeGreaterThan(1)
    await by('yanis', add)
    expect(told()).toBe(first)
    clock.advance(40)
    expect(told()).toBe(first + 1)
    await join('eve')
    clock.advance(100)
    expect(told()).toBe(first + 1)
    await by('claire', { type: 'door', locked: true })
    expect(told()).toBe(first + 2)
    expect(yanis.frames.at(-1)).toMatchObject({ session: { locked: true } })
    // What somebody does is not kept waiting by who comes in the same moment.
    clock.advance(1_000)
    await by('yanis', add)
    const then = told()
    await Promise.all([by('yanis', add), join('bob')])
    clock.advance(40)
    expect(told()).toBe(then + 1)
  })

  test('[C10] at its instant all is told again, also to whoever watches', async () => {
    const { by, clock, live, visit } = await open()
    await by('claire', { type: 'go', activity: 'a' })
    const yanis = visit('yanis')
    let heard = 0
    live.watch(() => heard++)
    clock.advance(limits.COALESCE_MS)
    const before = yanis.frames.length
    clock.advance(30_000 - limits.REVEAL_LEAD_MS - limits.COALESCE_MS)
    expect(yanis.frames.length).toBe(before + 1)
    expect(yanis.frames.at(-1)?.activity?.view).toMatchObject({ secret: 'sésame' })
    expect(heard).toBe(1)
  })
})
