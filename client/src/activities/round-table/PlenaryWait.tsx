import css from './Plenary.module.css'
import { usePlenaryTexts } from './plenary-texts.ts'

interface PlenaryWaitProps {
  /** Until the others return, ms; 0: they have. */
  readonly othersLeftMs: number
}

/** With less than this left nobody is sent to a group any more, ms. */
const TOO_LATE_MS = 60_000

/** For whoever is in no group: came at the very end, or a facilitator kept them in plenary. */
export function PlenaryWait({ othersLeftMs }: PlenaryWaitProps) {
  const t = usePlenaryTexts()
  return (
    <section className={css['card']} aria-labelledby="plenary-title">
      <h2 id="plenary-title">{t('plenary-title')}</h2>
      <p>
        {t(othersLeftMs <= 0 ? 'back-none' : othersLeftMs < TOO_LATE_MS ? 'plenary-late' : 'plenary-wait')}
      </p>
    </section>
  )
}
