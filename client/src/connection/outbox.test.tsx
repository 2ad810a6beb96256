import { type Command, type Envelope, limits, type Receipt } from '@escale/shared'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createOutbox, type OutboxStorage, type Waiting } from './outbox.ts'
import { outboxStorage } from './outbox-storage.ts'

const command = (n: number): Command => ({ type: 'act', activity: 'a', action: n })
const nthOf = ({ command: c }: Envelope): unknown => (c.type === 'act' ? c.action : undefined)

const memory = (): OutboxStorage & { readonly kept: Map<string, Waiting> } => {
  const kept = new Map<string, Waiting>()
  return {
    kept,
    load: () => [...kept.values()],
    put: (waiting) => kept.set(waiting.envelope.id, waiting),
    drop: (id) => kept.delete(id),
  }
}

/** A server that commits each command id once, and whose receipts may be lost on the way back. */
function server() {
  const committed: unknown[] = []
  const known = new Set<string>()
  return {
    committed,
    losesReceipts: false,
    async send(envelope: Envelope): Promise<Receipt | null> {
      if (!known.has(envelope.id)) {
        known.add(envelope.id)
        committed.push(nthOf(envelope))
      }
      return this.losesReceipts ? null : { ok: true, value: { seq: committed.length } }
    },
  }
}

const outboxFor = (storage: OutboxStorage, send: (e: Envelope) => Promise<Receipt | null>, tab: string) => {
  const counts: number[] = []
  const expired: string[] = []
  const lost: unknown[] = []
  const clock = { ms: 1 }
  const alarms: (() => void)[] = []
  const outbox = createOutbox({
    storage,
    tab,
    send,
    now: () => clock.ms,
    onWaiting: ({ length: n }) => counts.push(n),
    isGesture: ({ type }) => type === 'pause' || type === 'resume',
    onExpired: ({ type }) => expired.push(type),
    onLost: ({ envelope, words }, refusal) => lost.push([envelope.id, words.text, refusal]),
    pause: (ms) => (ms < limits.GESTURE_WAITS_MS ? Promise.resolve() : new Promise((r) => alarms.push(r))),
  })
  /** Time goes on, and what was to be done after a while is done. */
  const wait = async (ms: number) => {
    clock.ms += ms
    for (const ring of alarms.splice(0)) ring()
    await new Promise((r) => setTimeout(r))
  }
  return { outbox, counts, expired, lost, wait }
}
const PAUSE: Command = { type: 'pause' }
const EXPIRED = { ok: false, refusal: 'expired' }

test('[P10] what is sent while offline waits, is counted, and leaves in order', async () => {
  const far = server()
  const { outbox, counts } = outboxFor(memory(), (e) => far.send(e), 't1')
  const receipts = [1, 2, 3].map((n) => outbox.post(command(n)))
  expect(counts.at(-1)).toBe(3)
  expect(far.committed).toEqual([])
  outbox.open('camille')
  expect(await Promise.all(receipts)).toEqual([1, 2, 3].map((seq) => ({ ok: true, value: { seq } })))
  expect(far.committed).toEqual([1, 2, 3])
  expect(counts.at(-1)).toBe(0)
})

test('[P10] a lost receipt means that it is sent again, and committed once', async () => {
  const far = server()
  const { outbox } = outboxFor(memory(), (e) => far.send(e), 't1')
  outbox.open('camille')
  far.losesReceipts = true
  const receipt = outbox.post(command(1))
  await Promise.resolve()
  far.losesReceipts = false
  outbox.close()
  outbox.open('camille')
  expect((await receipt).ok).toBe(true)
  expect(far.committed).toEqual([1])
})

test('[P10] what was written before a reload is sent by the page after it', async () => {
  const far = server()
  const storage = memory()
  const before = outboxFor(storage, (e) => far.send(e), 't1').outbox
  before.open('camille')
  before.close()
  void before.post(command(1))
  void before.post(command(2))
  const { outbox, counts } = outboxFor(storage, (e) => far.send(e), 't2')
  expect(counts).toEqual([2])
  outbox.open('camille')
  await outbox.post(command(3))
  expect(far.committed).toEqual([1, 2, 3])
  expect(storage.kept.size).toBe(0)
})

test('what one person left behind is never sent as another', async () => {
  const far = server()
  const storage = memory()
  const before = outboxFor(storage, (e) => far.send(e), 't1').outbox
  before.open('camille')
  before.close()
  void before.post(command(1))
  const { outbox } = outboxFor(storage, (e) => far.send(e), 't2')
  outbox.open('noé')
  await outbox.post(command(2))
  expect(far.committed).toEqual([2])
  expect(storage.kept.size).toBe(0)
})

test('a command that came too fast is not lost', async () => {
  let tooFast = 3
  const { outbox } = outboxFor(
    memory(),
    async () => (tooFast-- > 0 ? { ok: false, refusal: 'rate-limited' } : { ok: true, value: { seq: 1 } }),
    't1',
  )
  outbox.open('camille')
  expect(await outbox.post(command(1))).toEqual({ ok: true, value: { seq: 1 } })
})

test('a refusal is told to whoever asked, and is not sent again', async () => {
  let asked = 0
  const { outbox } = outboxFor(
    memory(),
    async () => {
      asked += 1
      return { ok: false, refusal: 'not-now' }
    },
    't1',
  )
  outbox.open('camille')
  expect(await outbox.post(command(1))).toEqual({ ok: false, refusal: 'not-now' })
  outbox.close()
  outbox.open('camille')
  expect(asked).toBe(1)
})

test('[P12] a gesture made offline leaves when the connection is back at once', async () => {
  const sent: Envelope[] = []
  const { outbox, expired, wait } = outboxFor(
    memory(),
    async (envelope) => {
      sent.push(envelope)
      return { ok: true, value: { seq: 1 } }
    },
    't1',
  )
  const receipt = outbox.post(PAUSE)
  await wait(limits.GESTURE_WAITS_MS - 1)
  outbox.open('claire')
  expect(await receipt).toMatchObject({ ok: true })
  expect(sent).toEqual([{ id: 't1-1', command: PAUSE }])
  expect(expired).toEqual([])
})

test('[P12] a gesture made offline is given up after its time, and one is told; what was written still leaves', async () => {
  const far = server()
  const storage = memory()
  const { outbox, expired, counts, wait } = outboxFor(storage, (e) => far.send(e), 't1')
  const gesture = outbox.post(PAUSE)
  const written = outbox.post(command(1))
  await wait(limits.GESTURE_WAITS_MS)
  expect(await gesture).toEqual(EXPIRED)
  expect(expired).toEqual(['pause'])
  expect(counts.at(-1)).toBe(1)
  await wait(3_600_000)
  outbox.open('claire')
  expect((await written).ok).toBe(true)
  expect(far.committed).toEqual([1])
  expect(expired).toEqual(['pause'])
  expect(storage.kept.size).toBe(0)
})

test('[P12] a gesture whose answer was lost is asked about, not sent again, when its moment is past', async () => {
  const asked: Envelope[] = []
  const known = new Map<string, Receipt>()
  let cut = true
  const { outbox, expired, wait } = outboxFor(
    memory(),
    async (envelope) => {
      asked.push(envelope)
      if (!envelope.late && envelope.command.type === 'resume')
        known.set(envelope.id, { ok: true, value: { seq: 7 } })
      return cut ? null : (known.get(envelope.id) ?? { ok: false, refusal: 'expired' })
    },
    't1',
  )
  outbox.open('claire')
  const lost = outbox.post(PAUSE)
  const done = outbox.post({ type: 'resume' })
  await wait(1)
  outbox.close()
  await wait(limits.GESTURE_WAITS_MS)
  expect(expired).toEqual([])
  cut = false
  outbox.open('claire')
  expect(await lost).toEqual(EXPIRED)
  expect(await done).toEqual({ ok: true, value: { seq: 7 } })
  expect(asked.slice(2).map((e) => e.late)).toEqual([true, true])
  expect(expired).toEqual(['pause'])
})

test('[P12] a gesture that a page left behind is not done by the page after it, which says so', async () => {
  const far = server()
  const storage = memory()
  const before = outboxFor(storage, (e) => far.send(e), 't1')
  before.outbox.open('claire')
  before.outbox.close()
  void before.outbox.post(PAUSE)
  const { outbox, expired, wait } = outboxFor(storage, (e) => far.send(e), 't2')
  await wait(limits.GESTURE_WAITS_MS)
  outbox.open('claire')
  await outbox.post(command(1))
  expect(expired).toEqual(['pause'])
  expect(far.committed).toEqual([1])
  expect(storage.kept.size).toBe(0)
})

test('[P10] through any cuts and lost receipts, everything is committed once and in order', async () => {
  const step = fc.constantFrom('post', 'cut', 'back', 'lossy', 'clear')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const far = server()
      const storage = memory()
      const { outbox } = outboxFor(storage, (e) => far.send(e), 't1')
      const receipts: Promise<Receipt>[] = []
      for (const what of steps) {
        if (what === 'post') receipts.push(outbox.post(command(receipts.length)))
        if (what === 'cut') outbox.close()
        if (what === 'back') outbox.open('camille')
        far.losesReceipts = what === 'lossy' || (what !== 'clear' && far.losesReceipts)
        await Promise.resolve()
      }
      far.losesReceipts = false
      outbox.close()
      outbox.open('camille')
      const all = await Promise.all(receipts)
      expect(all.map((r) => r.ok)).toEqual(receipts.map(() => true))
      expect(far.committed).toEqual(receipts.map((_, n) => n))
      expect(storage.kept.size).toBe(0)
    }),
  )
})

test('the browser keeps what waits, drops what is damaged, and does without storage where it is refused', () => {
  localStorage.clear()
  const storage = outboxStorage('s', 'participant')
  const waiting: Waiting = { envelope: { id: 't-1', command: command(1) }, person: 'camille', at: 1_000 }
  storage.put(waiting)
  localStorage.setItem('escale.outbox.s.participant.t-3', '{"at":')
  expect(outboxStorage('s', 'participant').load()).toEqual([waiting])
  expect(outboxStorage('other', 'participant').load()).toEqual([])
  expect(localStorage.length).toBe(1)

  const full = new Proxy(localStorage, {
    get: (target, key) => {
      if (key === 'setItem') throw new DOMException('full', 'QuotaExceededError')
      return Reflect.get(target, key)
    },
  })
  expect(() => outboxStorage('s', 'participant', full).put(waiting)).not.toThrow()
})

test('[P10] words that are refused are handed over for their author, over a reload too; others are not', async () => {
  const storage = memory()
  const words = { text: 'une idée', about: 'n1' }
  const closed = async (): Promise<Receipt> => ({ ok: false, refusal: 'closed' })
  const first = outboxFor(storage, closed, 't1')
  void first.outbox.post(command(1), words)
  void first.outbox.post(command(2))
  // The page goes before there is a connection; nobody waits for the answer any more.
  const { outbox, lost, wait } = outboxFor(storage, closed, 't2')
  outbox.open('camille')
  await wait(0)
  expect([lost, first.lost]).toEqual([[['t1-1', 'une idée', 'closed']], []])
  const taken = outboxFor(memory(), async () => ({ ok: true, value: { seq: 1 } }), 't3')
  taken.outbox.open('camille')
  await taken.outbox.post(command(3), words)
  expect(taken.lost).toEqual([])
})

test('[P10] what waited for more than a day is not sent any more, and its words are not lost', async () => {
  const storage = memory()
  const day = 24 * 60 * 60 * 1_000
  storage.put({
    envelope: { id: 'old', command: command(1) },
    person: 'camille',
    at: 1 - day,
    words: { text: 'hier', about: '' },
  })
  storage.put({ envelope: { id: 'fresh', command: command(2) }, person: 'camille', at: 2 - day })
  const far = server()
  const { outbox, lost, wait } = outboxFor(storage, (e) => far.send(e), 't')
  outbox.open('camille')
  await wait(0)
  expect([lost, far.committed, storage.load()]).toEqual([[['old', 'hier', 'expired']], [2], []])
})
