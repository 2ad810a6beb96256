import type { Seen, Sent } from '../crowd/messages.ts'

const byWriter = (sent: readonly Sent[]): ReadonlyMap<number, Sent> =>
  new Map(sent.map((one) => [one.writer, one]))

/** What was measured cannot be: the run says nothing, and is played again. */
export class ImpossibleFigure extends Error {
  override readonly name = 'ImpossibleFigure'
}

function checked(ms: number): number {
  if (ms < 0) throw new ImpossibleFigure(`seen ${(-ms).toFixed(2)} ms before it was sent`)
  return ms
}

/**
 * From the moment that an update was sent to the moment that an observer had it, ms; all observers together.
 * @throws ImpossibleFigure
 */
export function latencies(
  sent: readonly Sent[],
  seen: readonly Seen[],
  /** Only what was sent between these moments. */
  [from, until]: readonly [number, number] = [0, Number.POSITIVE_INFINITY],
): number[] {
  const writers = byWriter(sent)
  const found: number[] = []
  for (const { writer, seq, at } of seen)
    for (let i = 0; i < at.length; i++) {
      const by = writers.get(writer[i] ?? -1)
      const sentMs = by?.at[(seq[i] ?? -1) - by.from]
      if (sentMs !== undefined && sentMs >= from && sentMs <= until)
        found.push(checked((at[i] ?? 0) - sentMs))
    }
  return found
}

/**
 * The same where newer states replace older ones: a move counts as seen when it or a later one of the same writer is.
 * `shown` is how many were seen themselves.
 * @throws ImpossibleFigure
 */
export function latenciesOfNewest(sent: readonly Sent[], seen: readonly Seen[]) {
  const writers = byWriter(sent)
  const found: number[] = []
  let shown = 0
  for (const { writer, seq, at } of seen) {
    const next = new Map<number, number>()
    for (let i = 0; i < at.length; i++) {
      const by = writer[i] ?? -1
      const until = seq[i] ?? -1
      const one = writers.get(by)
      if (one === undefined) continue
      const from = next.get(by) ?? one.from
      if (until < from) continue
      shown++
      for (let s = from; s <= until; s++) {
        const sentMs = one.at[s - one.from]
        if (sentMs !== undefined) found.push(checked((at[i] ?? 0) - sentMs))
      }
      next.set(by, until + 1)
    }
  }
  return { latencies: found, shown }
}
