import type { Seen, Sent } from '../crowd/messages.ts'

const byWriter = (sent: readonly Sent[]): ReadonlyMap<number, Sent> =>
  new Map(sent.map((one) => [one.writer, one]))

/** From the moment that an update was sent to the moment that an observer had it, ms; all observers together. */
export function latencies(sent: readonly Sent[], seen: readonly Seen[]): number[] {
  const writers = byWriter(sent)
  const found: number[] = []
  for (const { writer, seq, at } of seen)
    for (let i = 0; i < at.length; i++) {
      const by = writers.get(writer[i] ?? -1)
      const sentMs = by?.at[(seq[i] ?? -1) - by.from]
      if (sentMs !== undefined) found.push((at[i] ?? 0) - sentMs)
    }
  return found
}
