import { inAbout } from '../durations.ts'
import { useRoundTableTexts } from '../texts.ts'
import type { Room } from './room.ts'
import css from './StagePanel.module.css'

/** Where I am in the order, in words. */
export function MyTurnLine({ room }: { readonly room: Room }) {
  const t = useRoundTableTexts()
  const { place } = room
  if (place === null || place.speaks) return null
  const { seat, rank, waitMs } = place
  const when = inAbout(waitMs, t)
  const text =
    rank === 1
      ? t('rank-1', { when })
      : rank !== null
        ? t('rank', { n: rank, when })
        : seat.status === 'done'
          ? t('you-done')
          : seat.status === 'passed'
            ? t(seat.passes < 2 ? 'you-passed' : 'you-passed-final')
            : seat.status === 'absent'
              ? t('you-absent')
              : seat.status === 'listening'
                ? t('you-listening')
                : ''
  return text ? <p className={css['place']}>{text}</p> : null
}
