/** What could get lost, be done twice or as somebody else on its way out (docs/spec/protocol.md, P10, P12). */
import { type Command, type Envelope, limits, type Receipt } from '@escale/shared'
import { expect, test } from 'vitest'
import { createOutbox, type Waiting } from './outbox.ts'

const write = (n: number): Command => ({ type: 'act', activity: 'a', action: n })
const PAUSE: Command = { type: 'pause' }
const done = (seq: number): Receipt => ({ ok: true, value: { seq } })
const refused = (
  refusal: 'rate-limited' | 'busy' | 'expired' | 'not-allowed' | 'too-large' | 'not-now',
): Receipt => ({
  ok: false,
  refusal,
})

/** An outbox whose every sending waits until the test answers it, and whose clock and pauses the test moves. */
function house(left: readonly Waiting[] = []) {
  const kept = new Map(left.map((one) => [one.envelope.id, one]))
  const sent: { envelope: Envelope; answer: (receipt: Receipt | null) => void }[] = []
  const pauses: { ms: number; end: () => void }[] = []
  const told: number[] = []
  const expired: string[] = []
  const clock = { now: 1_000 }
  const outbox = createOutbox({
    storage: {
      load: () => [...kept.values()],
      put: (waiting) => kept.set(waiting.envelope.id, waiting),
      drop: (id) => kept.delete(id),
    },
    tab: 't',
    send: (envelope) => new Promise((answer) => sent.push({ envelope, answer })),
    now: () => clock.now,
    onWaiting: ({ length }) => told.push(length),
    isGesture: ({ type }) => type === 'pause',
    onExpired: ({ type }) => expired.push(type),
    onLost: () => undefined,
    pause: (ms) => new Promise((end) => pauses.push({ ms, end })),
  })
  const turn = () => new Promise((resolve) => setTimeout(resolve))
  const answer = async (index: number, receipt: Receipt | null) => {
    sent[index]?.answer(receipt)
    await turn()
  }
  const ids = () => sent.map(({ envelope }) => envelope.id)
  return { answer, clock, expired, ids, kept, outbox, pauses, sent, told, turn }
}
const waiting = (id: string, at: number, more: Partial<Waiting> = {}): Waiting => ({
  ...{ envelope: { id, command: write(at) }, person: 'léa', at },
  ...more,
})

test('[P10] what several tabs left is sent in the order in which it was asked, and only as whoever asked', async () => {
  const { ids, kept, outbox, told } = house([
    waiting('c', 30),
    waiting('a', 10),
    waiting('b', 20, { person: 'noé' }),
    waiting('d', 40, { person: '' }),
  ])
  expect(told).toEqual([4])
  outbox.open('léa')
  expect(ids()).toEqual(['a', 'c', 'd'])
  expect([...kept.keys()]).toEqual(['c', 'a', 'd'])
})

test('[P10] what is asked in one and the same moment keeps its order over a reload', async () => {
  const { kept, outbox } = house()
  for (const n of [1, 2, 3]) void outbox.post(write(n))
  const again = house([...kept.values()].toReversed())
  again.outbox.open('léa')
  expect(again.ids()).toEqual(['t-1', 't-2', 't-3'])
})

test('[P10] as nobody it waits; once one is somebody it is theirs, and nobody else’s', async () => {
  const { ids, kept, outbox } = house()
  const receipts = [outbox.post(write(1))]
  expect([ids(), kept.get('t-1')?.person]).toEqual([[], ''])
  outbox.open('léa')
  receipts.push(outbox.post(write(2)))
  expect(ids()).toEqual(['t-1', 't-2'])
  expect([...kept.values()].map(({ person }) => person)).toEqual(['léa', 'léa'])
  outbox.close()
  receipts.push(outbox.post(write(3)))
  expect(ids()).toHaveLength(2)
  outbox.open('noé')
  expect(await Promise.all(receipts)).toEqual(Array(3).fill(refused('not-allowed')))
  expect([ids().length, kept.size]).toEqual([2, 0])
})

test('without an answer it stays and is sent again; with one it is gone, whatever the answer', async () => {
  const { answer, ids, kept, outbox, told } = house()
  outbox.open('léa')
  const receipts = [outbox.post(write(1)), outbox.post(write(2))]
  await answer(0, null)
  await answer(1, refused('not-now'))
  expect([...kept.keys()]).toEqual(['t-1'])
  expect(await receipts[1]).toEqual(refused('not-now'))
  outbox.open('léa')
  expect(ids()).toEqual(['t-1', 't-2', 't-1'])
  await answer(2, done(7))
  expect(await receipts[0]).toEqual(done(7))
  expect([kept.size, told.at(-1)]).toEqual([0, 0])
})

test('what came too fast, or to a server that is busy, waits two seconds; not beyond the connection, nor beyond its end', async () => {
  for (const refusal of ['rate-limited', 'busy'] as const) {
    const { answer, ids, kept, outbox, pauses, turn } = house()
    outbox.open('léa')
    const receipt = outbox.post(write(1))
    await answer(0, refused(refusal))
    expect([ids().length, kept.size, pauses.map(({ ms }) => ms)]).toEqual([1, 1, [2_000]])
    pauses[0]?.end()
    await turn()
    await answer(1, done(1))
    expect([await receipt, kept.size]).toEqual([done(1), 0])
    // The line went and came back meanwhile: the new one sends it, the old one no more.
    void outbox.post(write(2))
    await answer(2, refused(refusal))
    outbox.close()
    outbox.open('léa')
    pauses[1]?.end()
    await turn()
    expect(ids()).toEqual(['t-1', 't-1', 't-2', 't-2'])
    await answer(3, refused(refusal))
    outbox.abandon()
    pauses[2]?.end()
    await turn()
    expect([ids().length, kept.size]).toEqual([4, 0])
  }
})

test('what is too large is refused here, and neither kept nor sent', async () => {
  const { ids, kept, outbox, told } = house()
  outbox.open('léa')
  const large: Command = { type: 'act', activity: 'a', action: 'x'.repeat(limits.COMMAND_MAX_BYTES) }
  expect(await outbox.post(large)).toEqual(refused('too-large'))
  expect([ids(), kept.size, told]).toEqual([[], 0, [0]])
})

test('given up, everything is refused to whoever asked, nothing is kept, and nothing more is sent', async () => {
  const { answer, ids, kept, outbox, told } = house([waiting('old', 1)])
  outbox.open('léa')
  const receipt = outbox.post(write(1))
  outbox.abandon()
  expect(await receipt).toEqual(refused('not-allowed'))
  expect([kept.size, told.at(-1)]).toEqual([0, 0])
  await answer(1, done(1))
  void outbox.post(write(2))
  expect(ids()).toEqual(['old', 't-1'])
})

test('[P12] a gesture that is on its way is not given up here: the server says what became of it', async () => {
  const { answer, clock, expired, kept, outbox, pauses, sent, turn } = house()
  outbox.open('claire')
  const receipt = outbox.post(PAUSE)
  void outbox.post(write(1))
  expect([kept.get('t-1')?.sent, kept.get('t-2')?.sent]).toEqual([true, undefined])
  expect(pauses.map(({ ms }) => ms)).toEqual([limits.GESTURE_WAITS_MS])
  clock.now += limits.GESTURE_WAITS_MS
  pauses[0]?.end()
  await turn()
  expect(expired).toEqual([])
  await answer(0, null)
  outbox.close()
  outbox.open('claire')
  expect(sent.slice(2).map(({ envelope }) => [envelope.id, envelope.late])).toEqual([
    ['t-1', true],
    ['t-2', undefined],
  ])
  await answer(2, refused('expired'))
  expect([await receipt, expired]).toEqual([refused('expired'), ['pause']])
})

test('[P12] one that never left is given up at its time and not before; what is written waits on', async () => {
  const { clock, expired, ids, kept, outbox, pauses, turn } = house()
  const gesture = outbox.post(PAUSE)
  void outbox.post(write(1))
  clock.now += limits.GESTURE_WAITS_MS - 1
  pauses[0]?.end()
  await turn()
  expect([expired, kept.size]).toEqual([[], 2])
  clock.now += 1
  outbox.open('claire')
  expect([await gesture, expired, ids()]).toEqual([refused('expired'), ['pause'], ['t-2']])
  expect([...kept.keys()]).toEqual(['t-2'])
})

test('[P12] while there is a connection nothing that waits for it is given up', async () => {
  const { clock, expired, kept, outbox, pauses, turn } = house()
  void outbox.post(PAUSE)
  outbox.open('claire')
  clock.now += limits.GESTURE_WAITS_MS
  pauses[0]?.end()
  await turn()
  expect([expired, kept.size]).toEqual([[], 1])
})

test('[P12] a gesture on its way leaves what is written beside it as it was; another refusal is no moment that passed', async () => {
  const { answer, clock, expired, ids, outbox } = house()
  outbox.open('claire')
  void outbox.post(write(1))
  void outbox.post(PAUSE)
  await answer(1, refused('not-now'))
  expect(expired).toEqual([])
  clock.now += limits.GESTURE_WAITS_MS
  outbox.open('claire')
  expect(ids()).toEqual(['t-1', 't-2', 't-1'])
})
