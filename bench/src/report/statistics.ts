/** Pure sums over what was measured. */

/** The value below which the share `q` (0 to 1) of `values` lies, by nearest rank. NaN when there are none. */
export function percentile(values: readonly number[] | Float64Array, q: number): number {
  if (values.length === 0) return Number.NaN
  const sorted = Float64Array.from(values).sort()
  const rank = Math.ceil(q * sorted.length)
  return sorted[Math.min(sorted.length - 1, Math.max(0, rank - 1))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

export interface Spread {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

export const spreadOf = (values: readonly number[]): Spread => ({
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
  p99: percentile(values, 0.99),
  max: percentile(values, 1),
})

/** How many times `other` is `ours`; NaN when either is missing or zero. */
export const ratio = (other: number | undefined, ours: number | undefined): number =>
  other === undefined || ours === undefined || ours <= 0 ? Number.NaN : other / ours
