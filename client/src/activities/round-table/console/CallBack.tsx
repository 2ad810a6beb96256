import { ChevronDown } from 'lucide-react'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { lengthText } from '../durations.ts'
import type { Sending } from '../use-sending.ts'
import css from './Console.module.css'
import { useDeskTexts } from './texts.ts'

/** Other countdowns than the one that was prepared, ms. 0: at once. */
const OTHERS_MS = [0, 30_000, 60_000, 120_000] as const

interface CallBackProps {
  /** The countdown that was prepared, ms. */
  readonly inMs: number
  readonly send: Sending['send']
}

/** Everybody back: with a countdown, so that a sentence can be ended; beside it, how long. */
export function CallBack({ inMs, send }: CallBackProps) {
  const t = useDeskTexts()
  const words = (ms: number) =>
    ms === 0 ? t('call-back-now') : t('call-back-in', { time: lengthText(ms, t) })
  const call = (ms: number) => void send({ type: 'call-back', group: null, inMs: ms })
  return (
    <span className={css['pair']}>
      <Button onClick={() => call(inMs)}>{words(inMs)}</Button>
      <Menu
        square
        variant="secondary"
        label={t('call-back-other')}
        items={OTHERS_MS.filter((ms) => ms !== inMs).map((ms) => ({
          key: String(ms),
          label: words(ms),
          onSelect: () => call(ms),
        }))}
      >
        <Icon of={ChevronDown} />
      </Menu>
    </span>
  )
}
