/**
 * Agglomerative clustering with average linkage: the two groups that are most alike, in the mean over all pairs of their
 * notes, become one, and so on. By the chain of nearest neighbours, which finds the same tree in time n².
 */
export interface Merge {
  /** One item of each of the two groups. */
  readonly a: number
  readonly b: number
  /** How alike the two groups are. */
  readonly height: number
}

/** The whole tree, merges in any order. Groups that have nothing in common are never merged. `alike` is used up. */
export function mergesOf(alike: Float32Array, count: number): readonly Merge[] {
  const sizes = new Uint32Array(count).fill(1)
  /** Items that stand for a group; the rest have been taken in by one of them. */
  let open = Array.from({ length: count }, (_, item) => item)
  const isGone = new Uint8Array(count)
  const merges: Merge[] = []
  const chain: number[] = []

  const nearest = (item: number): number => {
    // Of equals, the one that the chain came from, else it would run in a circle; then the first.
    const before = chain.at(-2)
    let best = before ?? -1
    let most = before === undefined ? 0 : (alike[item * count + before] ?? 0)
    for (const other of open) {
      const value = alike[item * count + other] ?? 0
      if (value > most && other !== item && isGone[other] === 0) {
        most = value
        best = other
      }
    }
    return most > 0 ? best : -1
  }

  const merge = (kept: number, taken: number): void => {
    merges.push({ a: kept, b: taken, height: alike[kept * count + taken] ?? 0 })
    const [sizeKept, sizeTaken] = [sizes[kept] ?? 1, sizes[taken] ?? 1]
    const size = sizeKept + sizeTaken
    for (const other of open) {
      const mean =
        ((alike[kept * count + other] ?? 0) * sizeKept + (alike[taken * count + other] ?? 0) * sizeTaken) /
        size
      alike[kept * count + other] = mean
      alike[other * count + kept] = mean
    }
    sizes[kept] = size
    isGone[taken] = 1
  }

  for (let start = 0; start < count; start++) {
    if (isGone[start] === 1) continue
    chain.push(start)
    while (chain.length > 0) {
      const item = chain.at(-1) ?? start
      const next = nearest(item)
      if (next === chain.at(-2)) {
        chain.length -= 2
        merge(Math.min(item, next), Math.max(item, next))
        // The first of a chain is the smallest that is left, and so the one that is kept.
        if (chain.length === 0) chain.push(start)
      } else if (next === -1) {
        // Like nothing that is left: this group is complete.
        isGone[item] = 1
        chain.length -= 1
      } else chain.push(next)
    }
    // Now and then, so that those which are gone cost nothing.
    if (start % 64 === 0) open = open.filter((item) => isGone[item] === 0)
  }
  return merges
}

/** The groups in which everything down to this likeness is merged: items of each, in their own order, singles included. */
export function cut(merges: readonly Merge[], count: number, least: number): readonly (readonly number[])[] {
  const parent = Array.from({ length: count }, (_, item) => item)
  const root = (item: number): number => {
    let at = item
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at
    return at
  }
  for (const { a, b, height } of merges) {
    if (height < least) continue
    const [one, other] = [root(a), root(b)]
    parent[Math.max(one, other)] = Math.min(one, other)
  }
  const groups = new Map<number, number[]>()
  for (let item = 0; item < count; item++) {
    const held = groups.get(root(item))
    if (held === undefined) groups.set(item, [item])
    else held.push(item)
  }
  return [...groups.values()]
}
