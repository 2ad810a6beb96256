import type { Random } from '../chance/random.ts'
import type { PairCosts } from './cost.ts'

/** Swaps tried per person: bounds the work by count, never by time, so that every machine finds the same groups. */
const SWAPS_PER_PERSON = 500
const SWAPS_MIN = 4_000
const SWAPS_MAX = 300_000
/** Swaps that make things worse by up to this much are taken at first; the allowance shrinks to nothing. */
const ALLOWANCE = 40

/** Where every unit sits; `seats[g]` holds person indices. */
export interface Placing {
  readonly units: readonly (readonly number[])[]
  readonly groupOf: number[]
  readonly seats: number[][]
}

/** What swapping units a and b (of the same length, in different groups) adds to the total; negative is better. */
function delta(
  placing: Placing,
  costs: PairCosts,
  a: readonly number[],
  b: readonly number[],
  ga: number,
  gb: number,
) {
  let sum = 0
  const { n, of } = costs
  for (const other of placing.seats[ga] ?? []) {
    if (a.includes(other)) continue
    for (const i of b) sum += of[i * n + other] ?? 0
    for (const i of a) sum -= of[i * n + other] ?? 0
  }
  for (const other of placing.seats[gb] ?? []) {
    if (b.includes(other)) continue
    for (const i of a) sum += of[i * n + other] ?? 0
    for (const i of b) sum -= of[i * n + other] ?? 0
  }
  return sum
}

const replace = (seats: number[], out: readonly number[], into: readonly number[]) => {
  for (const [k, person] of out.entries()) seats[seats.indexOf(person)] = into[k] as number
}

/**
 * Swaps units between groups in place, by threshold accepting (annealing without floating-point exponentials, whose last
 * digit differs between machines), and ends at the best placing it met.
 */
export function improve(placing: Placing, costs: PairCosts, random: Random): void {
  const { units, groupOf, seats } = placing
  const swaps = Math.min(SWAPS_MAX, Math.max(SWAPS_MIN, SWAPS_PER_PERSON * costs.n))
  let gain = 0
  let bestGain = 0
  let best: { groupOf: number[]; seats: number[][] } | undefined
  for (let step = 0; step < swaps; step++) {
    const x = random.below(units.length)
    const y = random.below(units.length)
    const ga = groupOf[x] as number
    const gb = groupOf[y] as number
    const a = units[x] as readonly number[]
    const b = units[y] as readonly number[]
    if (ga === gb || a.length !== b.length) continue
    const change = delta(placing, costs, a, b, ga, gb)
    // The last third only goes downhill.
    const allowed = Math.max(0, Math.floor(ALLOWANCE * (1 - (1.5 * step) / swaps)))
    if (change > allowed || (change === 0 && allowed === 0)) continue
    if (change > 0 && gain < bestGain) {
      // About to leave the best so far: nothing was kept of it yet.
      bestGain = gain
      best = { groupOf: [...groupOf], seats: seats.map((s) => [...s]) }
    }
    replace(seats[ga] as number[], a, b)
    replace(seats[gb] as number[], b, a)
    groupOf[x] = gb
    groupOf[y] = ga
    gain += change
  }
  if (best !== undefined && bestGain < gain) {
    groupOf.splice(0, groupOf.length, ...best.groupOf)
    for (const [g, kept] of best.seats.entries()) seats[g] = kept
  }
}
