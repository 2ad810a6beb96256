import type { ReactNode } from 'react'
import { classNames } from '../styles/class-names.ts'
import css from './TimeRing.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface TimeRingProps {
  /** What is left, 1 (all) to 0 (over); null: no limit, a dotted ring. */
  readonly fraction: number | null
  readonly tone?: 'calm' | 'soon' | 'over' | 'paused'
  /** What a screen reader finds here when it looks; it is never read out by itself. */
  readonly label: string
  /** Inside the ring: a short figure. */
  readonly children?: ReactNode
  readonly size?: 's' | 'm' | 'l'
  readonly className?: string | undefined
}

/** A ring that empties, clockwise from the top. */
export function TimeRing({ fraction, tone = 'calm', label, children, size = 'm', className }: TimeRingProps) {
  return (
    // `timer` is a live region that is off by default: it may be read on demand, and is never announced each second.
    <span role="timer" className={classNames(css['ring'], css[size], css[tone], className)}>
      <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false" className={css['drawing']}>
        <circle cx="20" cy="20" r="17" className={css['track']} />
        {fraction === null ? (
          <circle cx="20" cy="20" r="17" className={css['open']} pathLength={60} />
        ) : (
          <circle
            cx="20"
            cy="20"
            r="17"
            className={css['left']}
            pathLength={1}
            strokeDasharray="1 1"
            strokeDashoffset={Math.min(1, Math.max(0, fraction)) - 1}
          />
        )}
      </svg>
      <span aria-hidden="true" translate="no" className={css['figure']}>
        {children}
      </span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  )
}
