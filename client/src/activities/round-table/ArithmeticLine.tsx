import { arithmetic } from '@escale/shared/activities/round-table'
import { Button } from '../../ui/Button.tsx'
import css from './ArithmeticLine.module.css'
import { useDeskTexts } from './console/texts.ts'
import { lengthText } from './durations.ts'

interface ArithmeticLineProps {
  readonly size: number
  readonly turnMs: number
  readonly totalMs: number
  readonly onTurn: (turnMs: number) => void
}

/** « 9 × 2 min = 18 min, il reste 12 min d’échange libre », and a turn that fits when this one does not. */
export function ArithmeticLine({ size, turnMs, totalMs, onTurn }: ArithmeticLineProps) {
  const t = useDeskTexts()
  const { tourMs, freeMs, fits, fittingTurnMs } = arithmetic(size, turnMs, totalMs)
  const values = {
    size,
    turn: lengthText(turnMs, t),
    tour: lengthText(tourMs, t),
    free: lengthText(freeMs, t),
    total: lengthText(totalMs, t),
  }
  const offer = freeMs === 0 && fittingTurnMs !== null && fittingTurnMs !== turnMs ? fittingTurnMs : null
  return (
    <div className={css['line']}>
      <div className={css['bar']} aria-hidden="true">
        <span className={css['tour']} style={{ flexGrow: Math.min(tourMs, totalMs) }} />
        <span className={css['free']} style={{ flexGrow: freeMs }} />
      </div>
      <p>{t(!fits ? 'arithmetic-over' : freeMs === 0 ? 'arithmetic-none' : 'arithmetic', values)}</p>
      {offer === null ? null : (
        <p className={css['offer']}>
          {t('turn-offer', {
            turn: lengthText(offer, t),
            free: lengthText(arithmetic(size, offer, totalMs).freeMs, t),
          })}{' '}
          <Button size="s" onClick={() => onTurn(offer)}>
            {t('turn-use', { turn: lengthText(offer, t) })}
          </Button>
        </p>
      )}
    </div>
  )
}
