/** What is stored is opened beside the sockets when that is certain to cost little, else in a thread first [D21]. */
import { afterAll, describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { StoredDocument } from '../store/store.ts'
import { ensureReadable, open, UnreadableError, updatesOf } from './opening.ts'
import { letters, type Piece, said, update, values } from './pieces.testkit.ts'
import { OPEN_HERE_BYTES, OPEN_HERE_STEPS } from './sync-limits.ts'
import { Trials } from './trials.ts'

/** Tries nothing any more: so what opens all the same was opened here. */
const stopped = new Trials()
await stopped.stop()
const trials = new Trials()
afterAll(() => trials.stop())

const stored = (updates: readonly Uint8Array[], snapshot: Uint8Array | null = null): StoredDocument => ({
  snapshot,
  updates,
  extent: { snapshots: 0, upTo: 0, entries: updates.length },
})
async function isOpenedHere(updates: readonly Uint8Array[]): Promise<boolean> {
  const fates = await Promise.all(
    [open, ensureReadable].map((way) =>
      way(stored(updates), stopped).then(
        () => true,
        (error: unknown) => {
          if (error instanceof UnreadableError) return false
          throw error
        },
      ),
    ),
  )
  expect(new Set(fates).size).toBe(1)
  return fates[0] === true
}
const textOf = (doc: Y.Doc) => doc.getText('text').toString()
/** So many at one place: each is put beside all that came before. */
const crowd = (count: number): Uint8Array =>
  update(Array.from({ length: count }, (_, i): Piece => ({ id: [1_000, i], ...said('x') })))
const apart = (count: number): Uint8Array =>
  update(
    Array.from(
      { length: count },
      (_, i): Piece => ({ id: [1, i], parent: 'map', sub: `${i}`, ...values(i) }),
    ),
  )

test('a snapshot comes before what was written since', () => {
  const [one, two] = [update(letters(1)), update(letters(2))]
  expect(updatesOf(stored([one]))).toEqual([one])
  expect(updatesOf(stored([two], one))).toEqual([one, two])
  expect(updatesOf(stored([]))).toEqual([])
})

describe('[D21] here', () => {
  test('is opened what is small and sound, in its order; what needs a thread is not, when there is none', async () => {
    const [first, second] = [update(letters(2)), update([{ id: [9, 0], origin: [2, 0], ...said('x') }])]
    expect(await isOpenedHere([])).toBe(true)
    expect(textOf((await open(stored([second], first), stopped)).doc)).toBe('aax')
    expect(await isOpenedHere([second, first])).toBe(false)
    expect(await isOpenedHere([second])).toBe(false)
    expect(await isOpenedHere([update([], { 1: [[0, 1]] })])).toBe(false)
    expect(await isOpenedHere([first, Uint8Array.of(9, 9, 9)])).toBe(false)
  })

  test('so many bytes, all together', async () => {
    const [small, over] = [update(letters(1)), 'y'.repeat(OPEN_HERE_BYTES)]
    const large = (bytes: number) => {
      const of = (length: number) => update([{ id: [9, 0], origin: [1, 0], ...said(over.slice(0, length)) }])
      return of(bytes - (of(bytes).byteLength - bytes))
    }
    const left = OPEN_HERE_BYTES - small.byteLength
    expect(large(left)).toHaveLength(left)
    expect(await isOpenedHere([small, large(left)])).toBe(true)
    expect(await isOpenedHere([small, large(left + 1)])).toBe(false)
  })

  test('so many steps, all together', async () => {
    // Each costs one, and one for each before it.
    const count = 282
    const left = OPEN_HERE_STEPS - (count + (count * (count - 1)) / 2)
    expect(await isOpenedHere([crowd(count), apart(left)])).toBe(true)
    expect(await isOpenedHere([crowd(count), apart(left + 1)])).toBe(false)
    expect(await isOpenedHere([apart(left + 1), crowd(count)])).toBe(false)
    expect(await isOpenedHere([crowd(count + 1)])).toBe(false)
  })
})

test('[E9] what is stored holds more than what is read: words that were taken away, or rubbish', async () => {
  const isStale = async (updates: Uint8Array[], by = stopped) => (await open(stored(updates), by)).isStale
  const deletion = update([], { 1: [[0, 1]] })
  expect(await isStale([update(letters(2))])).toBe(false)
  expect(await isStale([update(letters(2)), deletion])).toBe(true)
  expect(await isStale([update(letters(2)), deletion, update([{ id: [9, 0], ...said('x') }])])).toBe(true)
  expect(await isStale([apart(2), update([], { 1: [[0, 1]] })])).toBe(false)
  const { doc, isStale: isRubbish } = await open(stored([update(letters(2)), Uint8Array.of(9, 9, 9)]), trials)
  expect([textOf(doc), isRubbish]).toEqual(['aa', true])
  await ensureReadable(stored([Uint8Array.of(9, 9, 9)]), trials)
})
