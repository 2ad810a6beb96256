import type { RoundTableView } from '@escale/shared/activities/round-table'
import { Button } from '../../../ui/Button.tsx'
import type { MomentNow } from '../../kit/moment.ts'
import type { Stage } from '../../kit/views.ts'
import { GroupRoom } from '../group/GroupRoom.tsx'
import type { GroupNow } from '../group-now.ts'
import css from './Console.module.css'
import { useDeskTexts } from './texts.ts'

interface VisitedGroupProps {
  readonly stage: Stage<RoundTableView>
  readonly now: GroupNow
  readonly moment: MomentNow
  /** False: the facilitator is a member of this group. */
  readonly isVisit: boolean
}

/** The group where the facilitator is now, as its members see it. */
export function VisitedGroup({ stage, now, moment, isVisit }: VisitedGroupProps) {
  const t = useDeskTexts()
  return (
    <div className={css['visited']}>
      <p className={css['visit']}>
        <strong>{t('visiting', { n: now.group.number })}</strong>
        {isVisit ? (
          <Button size="s" onClick={() => void stage.act({ type: 'visit', group: null })}>
            {t('tile-leave')}
          </Button>
        ) : null}
      </p>
      <GroupRoom key={now.group.key} stage={stage} now={now} moment={moment} />
    </div>
  )
}
