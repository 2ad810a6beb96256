import type { RoundTableView } from '@escale/shared/activities/round-table'
import { Countdown } from '../../ui/Countdown.tsx'
import { useMoment } from '../kit/moment.ts'
import { useWritten } from '../kit/place.ts'
import type { Stage } from '../kit/views.ts'
import { useDeskTexts } from './console/texts.ts'
import { lengthText } from './durations.ts'
import { GroupPage } from './GroupPage.tsx'
import css from './Screen.module.css'

/** The room's wall: how long, which question, how it works; later the page of one group. Numbers only, never names. */
export function Screen(stage: Stage<RoundTableView>) {
  return (
    <div className={css['stage']}>
      <Shown {...stage} />
    </div>
  )
}

function Shown({ view, activity }: Stage<RoundTableView>) {
  const written = useWritten()
  const t = useDeskTexts()
  const { elapsed, paused, sure } = useMoment(activity, { precise: true })
  const { launchedAt, commonEnd } = view
  const question = view.question.trim() ? (
    <blockquote {...written} className={css['question']}>
      {view.question}
    </blockquote>
  ) : null
  if (launchedAt === null || commonEnd === null)
    return (
      <div className={css['middle']}>
        <h2 className={css['title']}>{t('screen-forming')}</h2>
        {question}
        <p className={css['soft']}>{t('screen-forming-text')}</p>
      </div>
    )
  if (view.shown) return <GroupPage activity={activity.id} shown={view.shown} />
  if (elapsed >= commonEnd)
    return (
      <div className={css['middle']}>
        <h2 className={css['title']}>{t('screen-back')}</h2>
        {question}
        <p className={css['soft']}>{t('screen-back-text')}</p>
      </div>
    )
  return (
    <div className={css['running']} data-own-clock>
      <Countdown
        leftMs={commonEnd - elapsed}
        totalMs={Math.max(1, commonEnd - launchedAt)}
        paused={paused}
        sure={sure}
        size="l"
        className={css['ring']}
      />
      <div className={css['words']}>
        <p className={css['soft']}>{t('screen-groups', { count: view.groupCount })}</p>
        {question}
        <ol className={css['how']}>
          <li>{t('screen-how-1', { time: lengthText(view.turnMs, t) })}</li>
          <li>{t('screen-how-2')}</li>
          <li>{t('screen-how-3')}</li>
        </ol>
      </div>
    </div>
  )
}
