import { arithmetic, type RoundTableDraft } from '@escale/shared/activities/round-table'

/** What is not as one would wish it. */
export type Fault = 'too-long' | 'no-talk' | 'sizes' | 'repeats'

export interface Verdict {
  readonly is: 'good' | 'fair' | 'poor'
  readonly faults: readonly Fault[]
}

/** Whether a draw is good: what a facilitator would see at once if there were time to count. */
export function verdictOf(draft: RoundTableDraft, totalMs: number): Verdict {
  const sizes = draft.groups.map((g) => g.people.length).filter((n) => n > 0)
  const { fits, freeMs } = arithmetic(Math.max(0, ...sizes), draft.choice.turnMs, totalMs)
  const isOutOfRange = sizes.some((n) => n < draft.choice.min || n > draft.choice.max)
  const faults: Fault[] = []
  if (!fits) faults.push('too-long')
  else if (freeMs === 0) faults.push('no-talk')
  if (isOutOfRange) faults.push('sizes')
  if (draft.repeats > 0) faults.push('repeats')
  return { is: !fits ? 'poor' : faults.length > 0 ? 'fair' : 'good', faults }
}
