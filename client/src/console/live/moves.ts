import type { Activity, PlanSlice } from '@escale/shared'

type Planned = Pick<PlanSlice, 'workshop' | 'current'>

/** Where the one big button leads. */
export type NextMove =
  | { readonly type: 'go'; readonly activity: Activity; readonly isFirst: boolean }
  | { readonly type: 'finish' }
  | { readonly type: 'reopen' }
  /** Nothing can start: the plan is empty. */
  | { readonly type: 'none' }

export function nextMove({ workshop, current }: Planned, status: 'lobby' | 'running' | 'ended'): NextMove {
  if (status === 'ended') return { type: 'reopen' }
  const { plan } = workshop
  const at = plan.findIndex((a) => a.id === current)
  const activity = plan[at + 1]
  if (activity) return { type: 'go', activity, isFirst: at < 0 }
  return plan.length === 0 ? { type: 'none' } : { type: 'finish' }
}

/** The activity before the current one; undefined when there is none or nothing runs. */
export function previousMove({ workshop, current }: Planned): Activity | undefined {
  const at = workshop.plan.findIndex((a) => a.id === current)
  return at > 0 ? workshop.plan[at - 1] : undefined
}

/** How a title stands in a sentence when its author has not given one. */
export const titleOr = (title: string, untitled: string): string => title.trim() || untitled
