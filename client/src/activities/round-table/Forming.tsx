import type { RoundTableView } from '@escale/shared/activities/round-table'
import { useWritten } from '../kit/place.ts'
import { lengthText } from './durations.ts'
import css from './Plenary.module.css'
import { usePlenaryTexts } from './plenary-texts.ts'
import { useRoundTableTexts } from './texts.ts'

/** Before the groups open: what is going to happen, and that there is nothing to do. */
export function Forming({ view }: { readonly view: RoundTableView }) {
  const written = useWritten()
  const t = usePlenaryTexts()
  const common = useRoundTableTexts()
  return (
    <section className={css['card']} aria-labelledby="forming-title">
      <div className={css['circles']} aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
      <h2 id="forming-title">{t('forming-title')}</h2>
      <p>{t('forming-text')}</p>
      {view.question.trim() ? (
        <blockquote {...written} className={css['question']}>
          {view.question}
        </blockquote>
      ) : null}
      <ol className={css['how']}>
        <li>{t('forming-how-1', { time: lengthText(view.turnMs, common) })}</li>
        <li>{t('forming-how-2')}</li>
        <li>{t('forming-how-3')}</li>
        <li>{t('forming-how-4')}</li>
      </ol>
    </section>
  )
}
