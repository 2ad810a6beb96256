import type { Seat } from '@escale/shared/activities/round-table'
import { Check, CircleDashed, Ear, Mic, Minus, WifiOff } from 'lucide-react'
import { classNames } from '../../../styles/class-names.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { ProperName } from '../../../ui/ProperName.tsx'
import { useRoundTableTexts } from '../texts.ts'
import css from './OrderList.module.css'
import type { Room } from './room.ts'

const ICONS = {
  waiting: CircleDashed,
  speaking: Mic,
  passed: Minus,
  done: Check,
  absent: WifiOff,
  listening: Ear,
} as const

/** Everybody in the order in which they speak, in words as well as in colour. */
export function OrderList({ room }: { readonly room: Room }) {
  const t = useRoundTableTexts()
  const { group, name, me, spoken } = room
  const status = (seat: Seat) =>
    group.gone.includes(seat.person) && seat.status !== 'done' ? t('status-gone') : t(`status-${seat.status}`)
  return (
    <details className={css['order']} open>
      <summary>
        {t('order')} · {t('order-count', { spoken, count: group.seats.length })}
      </summary>
      <ol className={css['list']}>
        {group.seats.map((seat) => (
          <li
            key={seat.person}
            className={classNames(css[seat.status], seat.person === me && css['me'])}
            aria-current={seat.status === 'speaking' || undefined}
          >
            <Icon of={group.gone.includes(seat.person) ? WifiOff : ICONS[seat.status]} size={1} />
            <span className={css['name']}>
              <ProperName>{name(seat.person)}</ProperName>
              {seat.person === me ? ` (${t('you')})` : ''}
              {group.facilitators.includes(seat.person) ? ` · ${t('status-facilitator')}` : ''}
            </span>
            <span className={css['status']}>{status(seat)}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
