import type { ReactNode } from 'react'
import { useMoment } from './moment.ts'
import type { Timed } from './wake.ts'

interface WhileInstructedProps {
  readonly activity: Timed
  readonly children: ReactNode
}

/** Around an activity's instructions: gone in phases for which they have been followed [K24]. */
export function WhileInstructed({ activity, children }: WhileInstructedProps) {
  const { location } = useMoment(activity, { precise: true })
  return location.phase.instructed === false ? null : children
}
