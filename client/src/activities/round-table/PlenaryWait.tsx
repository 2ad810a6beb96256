import css from './Plenary.module.css'
import { useRoundTableTexts } from './texts.ts'

/** For whoever is in no group: came at the very end, or a facilitator kept them in plenary. */
export function PlenaryWait({ isRunning }: { readonly isRunning: boolean }) {
  const t = useRoundTableTexts()
  return (
    <section className={css['card']} aria-labelledby="plenary-title">
      <h2 id="plenary-title">{t('plenary-title')}</h2>
      <p>{t(isRunning ? 'plenary-late' : 'back-none')}</p>
    </section>
  )
}
