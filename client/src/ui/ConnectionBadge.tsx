import { CloudOff, LoaderCircle, Wifi, WifiOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { classNames } from '../styles/class-names.ts'
import { announce } from './announce.ts'
import css from './ConnectionBadge.module.css'
import { Icon } from './Icon.tsx'
import { useUiTexts } from './texts.ts'

const ICONS = { connecting: LoaderCircle, live: Wifi, reconnecting: LoaderCircle, lost: WifiOff } as const

export interface ConnectionBadgeProps {
  readonly state: keyof typeof ICONS
  /** By a slower way, which is said as well. */
  readonly slow?: boolean
  /** How many things wait to be sent. */
  readonly pending?: number
  /** On a narrow bar: when all is well, only the sign; the words come back as soon as something is not. */
  readonly discreet?: boolean
}

/** Whether one is connected, and whether what one sent has arrived: in words, never by colour alone. */
export function ConnectionBadge({
  state,
  slow = false,
  pending = 0,
  discreet = false,
}: ConnectionBadgeProps) {
  const t = useUiTexts()
  const lost = useRef(false)
  // Short gaps are none of a listener's business.
  useEffect(() => {
    if (state !== 'lost' && state !== 'live') return
    if (lost.current !== (state === 'lost')) announce(t(state))
    lost.current = state === 'lost'
  }, [state, t])
  const well = state === 'live' && pending === 0
  return (
    <span
      className={classNames(
        css['badge'],
        well ? css['well'] : css['unwell'],
        discreet && well && css['discreet'],
      )}
    >
      <Icon
        of={state === 'live' && pending > 0 ? CloudOff : ICONS[state]}
        className={state === 'connecting' || state === 'reconnecting' ? css['turning'] : undefined}
      />
      <span className={css['words']}>
        {t(state === 'live' && slow ? 'slow' : state)}
        {pending > 0 ? ` · ${t('pending', { count: pending })}` : ''}
      </span>
    </span>
  )
}
