import type { Activity } from '@escale/shared'
import { Copy, Eye, MoveDown, MoveUp, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { KindName } from '../../activities/KindName.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { KindIcon } from '../KindIcon.tsx'
import { useConsole } from '../session.ts'
import { usePlanTexts } from '../texts/plan.ts'
import css from './ActivityForm.module.css'
import { DefinitionEditor } from './DefinitionEditor.tsx'
import { DurationField } from './DurationField.tsx'
import { Preview } from './Preview.tsx'
import { InstructionsField, PrivateNoteField, TitleField } from './TextFields.tsx'
import { usePlanEdit } from './use-plan-edit.ts'

interface ActivityFormProps {
  readonly activity: Activity
  /** Another activity is to be shown (the neighbour of a deleted one). */
  readonly onSelect: (id: string | null) => void
  /** It was just made: its title comes first. */
  readonly isNew?: boolean
  readonly onNew: (id: string) => void
}

/** Everything that can be said of one activity. */
export function ActivityForm({ activity, onSelect, isNew = false, onNew }: ActivityFormProps) {
  const t = usePlanTexts()
  const { id } = activity
  const edit = usePlanEdit()
  const plan = useConsole((c) => c.plan.workshop.plan)
  const isRunning = useConsole((c) => c.plan.current === id)
  const [isPreview, preview] = useState(false)
  const index = plan.findIndex((a) => a.id === id)

  const remove = async () => {
    const neighbour = plan[index + 1] ?? plan[index - 1]
    const done = await edit.remove(activity)
    if (done.ok) onSelect(neighbour?.id ?? null)
  }

  return (
    <article className={css['form']} aria-label={edit.titleOf(activity)}>
      <header className={css['head']}>
        <h2 className={css['kind']}>
          <KindIcon kind={activity.kind} />
          <KindName kind={activity.kind} />
        </h2>
        <span className={css['gestures']}>
          <Button
            size="s"
            square
            variant="quiet"
            aria-label={t('up')}
            title={t('up')}
            disabled={index === 0}
            onClick={() => void edit.moveBy(id, -1)}
          >
            <Icon of={MoveUp} />
          </Button>
          <Button
            size="s"
            square
            variant="quiet"
            aria-label={t('down')}
            title={t('down')}
            disabled={index === plan.length - 1}
            onClick={() => void edit.moveBy(id, 1)}
          >
            <Icon of={MoveDown} />
          </Button>
          <Button
            size="s"
            variant="quiet"
            onClick={() => void edit.duplicate(id).then((copy) => copy && onNew(copy))}
          >
            <Icon of={Copy} />
            {t('duplicate')}
          </Button>
          <Button
            size="s"
            variant="quiet"
            disabled={isRunning}
            title={isRunning ? t('removeRunning') : undefined}
            onClick={() => void remove()}
          >
            <Icon of={Trash2} />
            {t('remove')}
          </Button>
          <Button size="s" aria-expanded={isPreview} onClick={() => preview(!isPreview)}>
            <Icon of={Eye} />
            {t('preview')}
          </Button>
        </span>
      </header>
      {isPreview ? <Preview activity={activity} /> : null}
      <TitleField key={`title-${id}`} id={id} value={activity.title} isNew={isNew} />
      <DurationField key={`duration-${id}`} activity={activity} />
      <InstructionsField key={`instructions-${id}`} id={id} value={activity.instructions} />
      <DefinitionEditor key={`definition-${id}`} activity={activity} />
      <PrivateNoteField key={`note-${id}`} id={id} value={activity.privateNote} />
    </article>
  )
}
