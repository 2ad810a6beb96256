/** Seeded chance: the same seed gives the same draws on every machine (sfc32 seeded by a hash of the text). */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** Whole number in [0, below). */
  below(below: number): number
}

export function createRandom(seed: string): Random {
  let h = 0x811c9dc5
  const word = (salt: number): number => {
    for (let i = 0; i < seed.length; i++) h = Math.imul(h ^ seed.charCodeAt(i) ^ salt, 0x01000193)
    h ^= h >>> 15
    return h >>> 0
  }
  let a = word(1)
  let b = word(2)
  let c = word(3)
  let counter = 1
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 12; i++) next()
  return { next, below: (below) => Math.floor(next() * below) }
}

/** A shuffled copy (Fisher-Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const copy = [...items]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const held = copy[i] as T
    copy[i] = copy[j] as T
    copy[j] = held
  }
  return copy
}
