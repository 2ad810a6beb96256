import type { Activity } from '@escale/shared'
import { Check } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { usePlanTexts } from '../texts/plan.ts'
import { parseDuration, showDuration } from '../time/duration.ts'
import css from './DurationField.module.css'
import { OtherEdit } from './OtherEdit.tsx'
import { reportField } from './saving.ts'
import { useDraft } from './use-draft.ts'
import { usePlanEdit } from './use-plan-edit.ts'

/** A duration as one says it; what a template proposed stays marked until somebody confirms or changes it. */
export function DurationField({ activity }: { readonly activity: Activity }) {
  const t = usePlanTexts()
  const { id, durationMs, durationProposed } = activity
  const { save, edit } = usePlanEdit()
  const controls = useDraft(`${id}/duration`, durationMs, (ms) =>
    save(id, { durationMs: ms, durationProposed: false }),
  )
  const ms = controls.draft.value
  /** What is being typed; null: the duration itself is shown. */
  const [typed, setTyped] = useState<string | null>(null)
  const isBad = typed !== null && parseDuration(typed) === undefined

  useEffect(() => {
    reportField(`${id}/duration-text`, isBad ? 'refused' : null)
    return () => reportField(`${id}/duration-text`, null)
  }, [id, isBad])

  return (
    <div>
      <div className={css['line']}>
        <Field
          label={t('duration')}
          hint={t('durationHint')}
          error={isBad ? t('durationBad') : undefined}
          className={css['field']}
          value={typed ?? showDuration(ms)}
          autoComplete="off"
          onFocus={(event) => {
            controls.focus.onFocus()
            event.currentTarget.select()
          }}
          onBlur={() => {
            controls.focus.onBlur()
            if (!isBad) setTyped(null)
          }}
          onChange={(event) => {
            setTyped(event.target.value)
            const read = parseDuration(event.target.value)
            if (read !== undefined) controls.write(read)
          }}
        />
        {durationProposed ? (
          <span className={css['proposed']}>
            <span className={css['badge']} title={t('proposedHint')}>
              {t('proposed')}
            </span>
            <Button size="s" variant="quiet" onClick={() => void edit(id, { durationProposed: false })}>
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
