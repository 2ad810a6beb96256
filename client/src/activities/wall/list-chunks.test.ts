// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHUNK_ITEMS, cutInChunks, type ListChunk } from './list-chunks.ts'

interface One {
  readonly id: string
}
const listOf = (ids: readonly string[]): One[] => ids.map((id) => ({ id }))
const flat = (chunks: readonly ListChunk<One>[]) => chunks.flatMap(({ items }) => items)
const homes = (chunks: readonly ListChunk<One>[]) =>
  new Map(chunks.flatMap(({ key, items }) => items.map(({ id }) => [id, key] as const)))
/** Who is in another chunk than before, and so another element. */
const moved = (before: readonly ListChunk<One>[], after: readonly ListChunk<One>[]) => {
  const now = homes(after)
  return [...homes(before)].filter(([id, key]) => now.has(id) && now.get(id) !== key).map(([id]) => id)
}

const long = fc.integer({ min: 0, max: 300 }).map((n) => listOf(Array.from({ length: n }, (_, i) => `n${i}`)))
const place = fc.nat({ max: 1_000 })

describe('a long list in chunks', () => {
  test('whatever happens to it, it holds each item once, in order, in chunks that are not large and have keys of their own', () => {
    const orders = fc.array(fc.shuffledSubarray(Array.from({ length: 200 }, (_, i) => `n${i}`)), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(orders, (all) => {
        let chunks: readonly ListChunk<One>[] = []
        for (const ids of all) {
          const items = listOf(ids)
          chunks = cutInChunks(items, chunks)
          expect(flat(chunks)).toEqual(items)
          expect(new Set(chunks.map(({ key }) => key)).size).toBe(chunks.length)
          for (const { items: some } of chunks) {
            expect(some.length).toBeGreaterThan(0)
            expect(some.length).toBeLessThanOrEqual(2 * CHUNK_ITEMS)
          }
        }
      }),
    )
  })

  test('nothing has happened: the same objects', () => {
    fc.assert(
      fc.property(long, (items) => {
        const before = cutInChunks(items, [])
        const after = cutInChunks([...items], before)
        expect(after).toHaveLength(before.length)
        for (const [i, chunk] of after.entries()) expect(chunk).toBe(before[i])
      }),
    )
  })

  test('one that comes or goes has no other change its place, and touches one chunk', () => {
    fc.assert(
      fc.property(long, place, fc.boolean(), (items, where, comes) => {
        const before = cutInChunks(items, [])
        const at = where % (items.length + 1)
        const after = cutInChunks(
          comes
            ? [...items.slice(0, at), { id: 'new' }, ...items.slice(at)]
            : items.filter((_, i) => i !== at),
          before,
        )
        expect(moved(before, after)).toEqual([])
        expect(after.filter((chunk) => !before.includes(chunk)).length).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('hundreds that come one after the other, in front or behind, move nobody and fill chunks', () => {
    for (const add of [
      (items: One[], one: One) => [one, ...items],
      (items: One[], one: One) => [...items, one],
    ]) {
      let items: One[] = []
      let chunks: readonly ListChunk<One>[] = []
      for (let i = 0; i < 500; i++) {
        items = add(items, { id: `n${i}` })
        const next = cutInChunks(items, chunks)
        expect(moved(chunks, next)).toEqual([])
        chunks = next
      }
      expect(chunks.length).toBe(Math.ceil(500 / CHUNK_ITEMS))
    }
  })

  test('hundreds that come at one place between others do not make one large chunk', () => {
    let items = listOf(['first', 'last'])
    let chunks = cutInChunks(items, [])
    for (let i = 0; i < 300; i++) {
      items = [...items.slice(0, -1), { id: `n${i}` }, ...items.slice(-1)]
      chunks = cutInChunks(items, chunks)
    }
    expect(Math.max(...chunks.map((chunk) => chunk.items.length))).toBeLessThanOrEqual(2 * CHUNK_ITEMS)
  })

  test('one that is moved is the only one that becomes another element', () => {
    fc.assert(
      fc.property(long, place, place, (items, from, to) => {
        fc.pre(items.length > 2)
        const before = cutInChunks(items, [])
        const rest = [...items]
        const [one] = rest.splice(from % rest.length, 1)
        if (one === undefined) return
        rest.splice(to % (rest.length + 1), 0, one)
        expect(moved(before, cutInChunks(rest, before)).filter((id) => id !== one.id)).toEqual([])
      }),
    )
  })
})
