import { type Command, type Receipt, replay, type Workshop } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLog } from '../observability/log.ts'
import { MemoryStore } from '../store/memory/memory-store.ts'
import type { Store } from '../store/store.ts'
import { TestClock } from '../testkit/test-clock.ts'
import { linkVisio } from '../visio/link/link.ts'
import type { HostDeps } from './session-host.ts'
import { SessionHost } from './session-host.ts'

const genesis = (workshop: Workshop) => ({ createdAt: 0, seed: 'graine', workshop })

/** A session with its facilitator and one participant, on a store that outlives the hosts. */
async function open(store: Store = new MemoryStore()) {
  const clock = new TestClock()
  const deps: HostDeps = { store, kinds: testKinds, visio: linkVisio, clock, log: createLog('silent') }
  const row = { id: 's', code: 'CODE', genesis: genesis(tallyWorkshop('a', 'b')), endedAt: null }
  await store.createSession(row)
  const load = () => SessionHost.load(row, deps)
  const host = await load()
  await host.system({ type: 'joined', person: 'claire', role: 'facilitator' })
  await host.system(
    { type: 'joined', person: 'yanis', role: 'participant' },
    { identity: { person: 'yanis', set: { name: 'Yanis', organisation: '', territory: '' } } },
  )
  return { store, clock, row, host, load }
}

let counter = 0
const by = (host: SessionHost, actor: string, command: Command, id = String(counter++)): Promise<Receipt> =>
  host.submit({ actor, commandId: `${actor}:${id}`, command })

const seqOf = (receipt: Receipt) => (receipt.ok ? receipt.value.seq : undefined)
const named = (name: string) => ({ name, organisation: '', territory: '' })

describe('commands', () => {
  test('[S16] a repeat gets the first receipt and does nothing, in one batch, later, and after a restart', async () => {
    const { host, load } = await open()
    await by(host, 'claire', { type: 'go', activity: 'a' })
    const add: Command = { type: 'act', activity: 'a', action: { type: 'add' } }
    const [first, twin] = await Promise.all([by(host, 'yanis', add, 'x'), by(host, 'yanis', add, 'x')])
    expect(twin).toEqual(first)
    expect(await by(host, 'yanis', add, 'x')).toEqual(first)
    const again = await load()
    expect(await by(again, 'yanis', add, 'x')).toEqual(first)
    expect(again.state.runs['a']?.state).toMatchObject({ total: 1 })
  })

  test('[S16] the id belongs to its sender: another person may use the same', async () => {
    const { host } = await open()
    await by(host, 'claire', { type: 'go', activity: 'a' }, 'x')
    expect(seqOf(await by(host, 'yanis', { type: 'act', activity: 'a', action: { type: 'add' } }, 'x'))).toBe(
      4,
    )
  })

  test('[S17] commands sent at once get consecutive numbers, and are in the store when they are answered', async () => {
    const { host, store } = await open()
    await by(host, 'claire', { type: 'go', activity: 'a' })
    const before = host.state.seq
    const receipts = await Promise.all(
      Array.from({ length: 500 }, () =>
        by(host, 'yanis', { type: 'act', activity: 'a', action: { type: 'add' } }),
      ),
    )
    const wanted = Array.from({ length: 500 }, (_, i) => before + 1 + i)
    expect(receipts.map(seqOf)).toEqual(wanted)
    expect((await store.loadEvents('s', before)).map((e) => e.seq)).toEqual(wanted)
  })

  test('[S17] two servers on one store: every command is in once, and both end up with the same state', async () => {
    const { host, load, store } = await open()
    await by(host, 'claire', { type: 'go', activity: 'a' })
    const other = await load()
    const adds = Array.from({ length: 20 }, (_, i) =>
      by(i % 2 === 0 ? host : other, 'yanis', { type: 'act', activity: 'a', action: { type: 'add' } }),
    )
    const seqs = (await Promise.all(adds)).map(seqOf)
    expect(new Set(seqs).size).toBe(20)
    expect(seqs).not.toContain(undefined)
    // Each hears of what the other wrote when it writes next.
    await by(host, 'yanis', { type: 'act', activity: 'a', action: { type: 'add' } })
    await by(other, 'yanis', { type: 'act', activity: 'a', action: { type: 'add' } })
    expect(other.state.runs['a']?.state).toMatchObject({ total: 22 })
    expect((await store.loadEvents('s', 0)).map((e) => e.seq)).toEqual(
      Array.from({ length: other.state.seq }, (_, i) => i + 1),
    )
  })

  test('[S23] a server that lags reads on before it refuses: what another wrote counts at once', async () => {
    const { host, load } = await open()
    const other = await load()
    const told: number[] = []
    other.onCommit((entries) => told.push(...entries.map((e) => e.event.seq)))

    await host.system({ type: 'joined', person: 'zoé', role: 'participant' })
    await by(host, 'claire', { type: 'go', activity: 'a' }, 'go')
    // A person and a run that this one has never heard of; then a refusal that is one everywhere.
    expect(await by(other, 'zoé', { type: 'act', activity: 'a', action: { type: 'add' } })).toMatchObject({
      ok: true,
    })
    expect(told).toEqual([3, 4, 5])
    expect(await by(other, 'claire', { type: 'go', activity: 'a' })).toEqual({
      ok: false,
      refusal: 'already',
    })
    expect(await by(host, 'claire', { type: 'undo', seq: 4 })).toMatchObject({ ok: true })
    expect(await by(other, 'claire', { type: 'go', activity: null })).toEqual({
      ok: false,
      refusal: 'already',
    })
    // What became of a gesture is known, whoever it was sent to.
    const late = { actor: 'claire', commandId: 'claire:go', command: { type: 'pause' }, late: true } as const
    expect(await other.submit(late)).toEqual({ ok: true, value: { seq: 4 } })
  })

  test('[P12] a late gesture is told what became of it, and is never done late', async () => {
    const { host } = await open()
    const go: Command = { type: 'go', activity: 'a' }
    const late = (id: string) =>
      host.submit({ actor: 'claire', commandId: `claire:${id}`, command: go, late: true })
    expect(await late('g1')).toEqual({ ok: false, refusal: 'expired' })
    expect(host.state.current).toBeNull()
    const done = await by(host, 'claire', go, 'g2')
    expect(await late('g2')).toEqual(done)
  })

  test('a store that fails: refused as storage, nothing has changed, and it works again afterwards', async () => {
    class Failing extends MemoryStore {
      failing = false
      override async append(...args: Parameters<MemoryStore['append']>) {
        if (this.failing) throw new Error('disk full')
        return super.append(...args)
      }
    }
    const store = new Failing()
    const { host } = await open(store)
    const before = host.state
    store.failing = true
    expect(await by(host, 'claire', { type: 'go', activity: 'a' })).toEqual({ ok: false, refusal: 'storage' })
    expect(host.state).toBe(before)
    store.failing = false
    expect(await by(host, 'claire', { type: 'go', activity: 'a' })).toMatchObject({ ok: true })
  })

  test('[S15] whatever was sent, a host that is loaded again has the same state and the same names', async () => {
    const command = fc.oneof(
      fc.record({ type: fc.constant('go' as const), activity: fc.option(fc.constantFrom('a', 'b')) }),
      fc.record({ type: fc.constant('adjust' as const), ms: fc.integer({ min: -90_000, max: 90_000 }) }),
      fc.constantFrom<Command>({ type: 'pause' }, { type: 'resume' }, { type: 'finish' }, { type: 'reopen' }),
      fc.record({
        type: fc.constant('act' as const),
        activity: fc.constantFrom('a', 'b'),
        action: fc.oneof(
          fc.constant({ type: 'add' }),
          fc.constant({ type: 'set', total: 5 }),
          fc.jsonValue(),
        ),
      }),
      fc.record({
        type: fc.constant('rename' as const),
        person: fc.constantFrom('yanis', 'claire'),
        identity: fc.record({
          name: fc.string({ maxLength: 10 }),
          organisation: fc.constant(''),
          territory: fc.constant(''),
        }),
      }),
      fc.record({ type: fc.constantFrom('undo' as const, 'redo' as const), seq: fc.nat(40) }),
      fc.record({
        type: fc.constantFrom('remove' as const, 'restore' as const),
        person: fc.constant('yanis'),
      }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('claire', 'yanis'), command, fc.nat(30_000)), { maxLength: 25 }),
        async (steps) => {
          const { host, load, clock, store, row } = await open()
          for (const [actor, given, wait] of steps) {
            clock.advance(wait)
            await by(host, actor, given)
          }
          const again = await load()
          expect(again.state).toEqual(host.state)
          expect(again.identities).toEqual(host.identities)
          expect(replay(testKinds, row.genesis, await store.loadEvents('s', 0))).toEqual(host.state)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('names', () => {
  test('[S18] a name is in no event, and undo gives back the one before', async () => {
    const { host, store } = await open()
    const rename = (name: string) =>
      by(host, 'claire', { type: 'rename', person: 'yanis', identity: named(name) })
    await rename('Canari')
    await rename('Colibri')
    const undo = () => by(host, 'claire', { type: 'undo', seq: host.state.undo.at(-1)?.seq ?? 0 })
    await undo()
    expect(host.identities.get('yanis')?.name).toBe('Canari')
    await undo()
    expect(host.identities.get('yanis')?.name).toBe('Yanis')
    const redo = () => by(host, 'claire', { type: 'redo', seq: host.state.redo.at(-1)?.seq ?? 0 })
    await redo()
    expect(host.identities.get('yanis')?.name).toBe('Canari')
    await redo()
    expect(host.identities.get('yanis')?.name).toBe('Colibri')
    await undo()
    expect(host.identities.get('yanis')?.name).toBe('Canari')
    expect(JSON.stringify(await store.loadEvents('s', 0))).not.toMatch(/Canari|Colibri|Yanis/)
  })

  test('a renaming needs a name: only undo gives one back', async () => {
    const { host } = await open()
    expect(await by(host, 'yanis', { type: 'rename', person: 'yanis' })).toEqual({
      ok: false,
      refusal: 'invalid',
    })
  })

  test('[S20] somebody who was removed can do nothing until restored', async () => {
    const { host } = await open()
    await by(host, 'claire', { type: 'go', activity: 'a' })
    const add: Command = { type: 'act', activity: 'a', action: { type: 'add' } }
    await by(host, 'claire', { type: 'remove', person: 'yanis' })
    expect(await by(host, 'yanis', add)).toEqual({ ok: false, refusal: 'removed' })
    await by(host, 'claire', { type: 'restore', person: 'yanis' })
    expect(await by(host, 'yanis', add)).toMatchObject({ ok: true })
  })

  test('[S4] the end is known to the store, and so is a new beginning', async () => {
    const { host, store } = await open()
    await by(host, 'claire', { type: 'finish' })
    expect(await store.findSessionByCode('CODE')).toBeUndefined()
    await by(host, 'claire', { type: 'reopen' })
    expect((await store.findSessionByCode('CODE'))?.id).toBe('s')
  })
})

describe('[L10] the log', () => {
  test('has a share for each person, across a restart; facilitators go on', async () => {
    const { host, load, store } = await open()
    await by(host, 'claire', { type: 'go', activity: 'a' })
    const loud: Command = {
      type: 'act',
      activity: 'a',
      action: { type: 'aside', word: 'é'.repeat(1_000_000) },
    }
    const told: unknown[] = []
    for (let n = 0; n < 3; n++) told.push(await by(host, 'yanis', loud))
    expect(told.map((receipt) => (receipt as Receipt).ok)).toEqual([true, true, false])
    expect(told.at(-1)).toEqual({ ok: false, refusal: 'no-space' })
    expect((await store.loadEvents('s', 0)).length).toBe(host.state.seq)
    const again = await load()
    expect(await by(again, 'yanis', loud)).toEqual({ ok: false, refusal: 'no-space' })
    expect(await by(again, 'claire', { type: 'pause' })).toMatchObject({ ok: true })
    expect(await by(again, 'yanis', { type: 'act', activity: 'a', action: { type: 'add' } })).toMatchObject({
      ok: true,
    })
  })
})
