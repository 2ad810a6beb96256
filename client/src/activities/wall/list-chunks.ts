/** A long list cut in pieces, so that what is far from the window costs nothing and what changes is looked at in one piece only. */

interface Listed {
  readonly id: string
}

/** Items that follow one another in a list. */
export interface ListChunk<Item extends Listed> {
  readonly key: number
  readonly items: readonly Item[]
}

/** Few enough to be laid out within a frame, many enough for a wall of thousands to be some dozens of pieces. */
export const CHUNK_ITEMS = 32
/** Larger than that, one is cut again. */
const CHUNK_MOST = 2 * CHUNK_ITEMS

/** Which of these stay if as many as possible are to stand in order; what has no number never does. */
function inOrder(numbers: readonly (number | undefined)[]): ReadonlySet<number> {
  // Of each length: the place where a row of it ends lowest, and for each place the one before it in its row.
  const ends: number[] = []
  const previous = new Map<number, number>()
  numbers.forEach((number, place) => {
    if (number === undefined) return
    let [from, to] = [0, ends.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) <= number) from = middle + 1
      else to = middle
    }
    const before = ends[from - 1]
    if (before !== undefined) previous.set(place, before)
    ends[from] = place
  })
  const kept = new Set<number>()
  for (let place = ends.at(-1); place !== undefined; place = previous.get(place)) kept.add(place)
  return kept
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i])

const pieces = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / CHUNK_ITEMS) }, (_, i) =>
    items.slice(i * CHUNK_ITEMS, (i + 1) * CHUNK_ITEMS),
  )

interface OpenChunk<Item> {
  /** Of the chunk that it was before; undefined: a new one. */
  readonly key: number | undefined
  readonly items: Item[]
}

/** `homes`: in which chunk of before each item stays; undefined: in whichever stands beside it. */
function withNeighbours<Item extends Listed>(
  items: readonly Item[],
  homes: readonly (ListChunk<Item> | undefined)[],
): OpenChunk<Item>[] {
  const sizes = new Map<ListChunk<Item>, number>()
  for (const home of homes) if (home) sizes.set(home, (sizes.get(home) ?? 0) + 1)
  const cut: OpenChunk<Item>[] = []
  let between: Item[] = []
  const close = () => {
    const last = cut.at(-1)
    if (last) last.items.push(...between.splice(0, Math.max(0, CHUNK_ITEMS - last.items.length)))
  }
  const cutRest = () => {
    cut.push(...pieces(between).map((some) => ({ key: undefined, items: some })))
    between = []
  }
  items.forEach((item, place) => {
    const home = homes[place]
    if (home !== undefined && home.key !== cut.at(-1)?.key) {
      close()
      if (between.length + (sizes.get(home) ?? 0) > CHUNK_ITEMS) cutRest()
      cut.push({ key: home.key, items: between })
      between = []
    }
    if (home === undefined) between.push(item)
    else {
      cut.at(-1)?.items.push(...between, item)
      between = []
    }
  })
  close()
  cutRest()
  return cut
}

/**
 * Cuts `items` in chunks of about CHUNK_ITEMS, in their order. One that stood in a chunk of `before` stays there wherever the
 * order allows, for in another one it would be another element, without the focus; chunks that did not change stay the same
 * objects. An order that has little to do with the one before is cut anew.
 */
export function cutInChunks<Item extends Listed>(
  items: readonly Item[],
  before: readonly ListChunk<Item>[],
): readonly ListChunk<Item>[] {
  const places = new Map(before.flatMap((chunk, at) => chunk.items.map(({ id }) => [id, at] as const)))
  const numbers = items.map(({ id }) => places.get(id))
  const kept = inOrder(numbers)
  const isAnew = kept.size * 2 < numbers.filter((one) => one !== undefined).length
  const homes = numbers.map((one, place) => (kept.has(place) && !isAnew ? before[one ?? -1] : undefined))
  const known = new Map(before.map((chunk) => [chunk.key, chunk]))
  let next = Math.max(0, ...before.map(({ key }) => key + 1))
  return withNeighbours(items, homes)
    .flatMap(({ key, items: all }) =>
      all.length <= CHUNK_MOST
        ? [{ key, items: all }]
        : pieces(all).map((some, i) => ({ key: i === 0 ? key : undefined, items: some })),
    )
    .map(({ key = next++, items: all }) => {
      const was = known.get(key)
      return was !== undefined && isSame(was.items, all) ? was : { key, items: all }
    })
}
