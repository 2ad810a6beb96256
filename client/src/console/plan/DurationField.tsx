import type { Activity } from '@escale/shared'
import { Check } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { usePlanTexts } from '../texts/plan.ts'
import { showDuration } from '../time/duration.ts'
import css from './DurationField.module.css'
import { OtherEdit } from './OtherEdit.tsx'
import { useDuration } from './use-duration.ts'
import { usePlanEdit } from './use-plan-edit.ts'

/** A duration as one says it; what a template proposed stays marked until somebody confirms or changes it. */
export function DurationField({ activity }: { readonly activity: Activity }) {
  const t = usePlanTexts()
  const { edit } = usePlanEdit()
  const { controls, isBad, input } = useDuration(activity, 'duration')
  return (
    <div>
      <div className={css['line']}>
        <Field
          label={t('duration')}
          hint={t('durationHint')}
          error={isBad ? t('durationBad') : undefined}
          className={css['field']}
          autoComplete="off"
          {...input}
        />
        {activity.durationProposed ? (
          <span className={css['proposed']}>
            <span className={css['badge']} title={t('proposedHint')}>
              {t('proposed')}
            </span>
            <Button
              size="s"
              variant="quiet"
              onClick={() => void edit(activity.id, { durationProposed: false })}
            >
              <Icon of={Check} />
              {t('confirm')}
            </Button>
          </span>
        ) : null}
      </div>
      <OtherEdit controls={controls} show={showDuration} />
    </div>
  )
}
