import type { SlideView } from '@escale/shared/activities/slide'
import type { Stage } from '../kit/views.ts'
import css from './Console.module.css'
import { isBlank, Sheet } from './Sheet.tsx'
import { useSlideTexts } from './texts.ts'

/** What the others see, so that the facilitator knows what she is talking about. */
export function Console({ view }: Stage<SlideView>) {
  const t = useSlideTexts()
  if (isBlank(view)) return <p className={css['soft']}>{t('nothing-yet')}</p>
  return (
    <section className={css['card']} aria-label={t('seen-by-all')}>
      <p className={css['soft']}>{t('seen-by-all')}</p>
      <Sheet view={view} />
    </section>
  )
}
