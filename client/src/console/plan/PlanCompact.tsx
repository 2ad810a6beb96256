import { Expand } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useConsole, useSessionId } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import { ActivityForm } from './ActivityForm.tsx'
import { ActivityList } from './ActivityList.tsx'
import { AddActivity } from './AddActivity.tsx'
import css from './PlanCompact.module.css'
import { SaveState } from './SaveState.tsx'
import { usePlanEdit } from './use-plan-edit.ts'

/** The plan editor inside the live console: the same list and the same form, while everything runs on. */
export function PlanCompact() {
  const live = useLiveTexts()
  const id = useSessionId()
  const plan = useConsole((c) => c.plan.workshop.plan)
  const current = useConsole((c) => c.plan.current)
  const [shown, show] = useState<string | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const { titleOf } = usePlanEdit()
  const activity = plan.find((a) => a.id === shown)
  const showNew = (id: string) => {
    setMade(id)
    show(id)
  }
  return (
    <div className={css['compact']}>
      <div className={css['bar']}>
        <AddActivity after={current} onAdded={showNew} />
        <SaveState />
      </div>
      <ActivityList as="open" selected={null} onSelect={show} onNew={showNew} />
      <Link href={`/console/${id}/plan`} className={css['full']}>
        <Icon of={Expand} />
        {live('fullEditor')}
      </Link>
      <Dialog
        open={activity !== undefined}
        onClose={() => show(null)}
        title={activity ? titleOf(activity) : ''}
        width="wide"
      >
        {activity ? (
          <ActivityForm
            key={activity.id}
            activity={activity}
            onSelect={show}
            isNew={activity.id === made}
            onNew={showNew}
          />
        ) : null}
      </Dialog>
    </div>
  )
}
