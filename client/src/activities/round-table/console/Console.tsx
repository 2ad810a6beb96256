import type { RoundTableView } from '@escale/shared/activities/round-table'
import { Notice } from '../../../ui/Notice.tsx'
import { useMoment } from '../../kit/moment.ts'
import type { Stage } from '../../kit/views.ts'
import { useSending } from '../use-sending.ts'
import css from './Console.module.css'
import { FormingDesk } from './FormingDesk.tsx'
import { RunningDesk } from './RunningDesk.tsx'

/** The facilitator's desk: forming the groups, then all of them at a glance. */
export function Console(stage: Stage<RoundTableView>) {
  const { view, activity } = stage
  const moment = useMoment(activity, { precise: true })
  const sending = useSending(stage.act)
  if (view.console === null) return null
  return (
    <div className={css['desk']}>
      {sending.trouble ? (
        <Notice tone="warning" onDismiss={sending.dismiss}>
          {sending.trouble}
        </Notice>
      ) : null}
      {view.launchedAt === null ? (
        <FormingDesk
          activity={activity.id}
          view={view}
          desk={view.console}
          nameOf={stage.nameOf}
          send={sending.send}
        />
      ) : (
        <RunningDesk stage={stage} desk={view.console} moment={moment} send={sending.send} />
      )}
    </div>
  )
}
