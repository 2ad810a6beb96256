import type { Activity } from '@escale/shared'
import { type SyntheticEvent, useId } from 'react'
import { classNames } from '../../styles/class-names.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { usePlanTexts } from '../texts/plan.ts'
import css from './RowDuration.module.css'
import { useDuration } from './use-duration.ts'
import { usePlanEdit } from './use-plan-edit.ts'

/** Marks a field of a row whose keys are its own: see `leaveToField`. */
const OWN_KEYS = 'data-own-keys'
const ITS_OWN = { [OWN_KEYS]: '' }
const stop = (event: SyntheticEvent) => event.stopPropagation()

/** An activity’s length where the plan is read: a whole plan is timed without opening each activity. */
export function RowDuration({ activity }: { readonly activity: Activity }) {
  const t = usePlanTexts()
  const id = useId()
  const { titleOf } = usePlanEdit()
  const { isBad, input } = useDuration(activity, 'row-duration')
  return (
    <span className={css['field']}>
      <input
        type="text"
        {...ITS_OWN}
        className={classNames(css['input'], activity.durationProposed && css['proposed'])}
        aria-label={t('durationOf', { title: titleOf(activity) })}
        aria-invalid={isBad || undefined}
        aria-describedby={isBad ? id : undefined}
        title={isBad ? t('durationBad') : t(activity.durationProposed ? 'proposedHint' : 'durationHint')}
        autoComplete="off"
        size={Math.max(input.value.length, 5)}
        {...input}
        // A press in the field is no press on its row.
        onPointerDown={stop}
        onMouseDown={stop}
        onClick={stop}
      />
      {isBad ? (
        <VisuallyHidden>
          <span id={id} role="alert">
            {t('durationBad')}
          </span>
        </VisuallyHidden>
      ) : null}
    </span>
  )
}

const hasOwnKeys = (target: EventTarget): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.hasAttribute(OWN_KEYS)

/**
 * For the list around, before it hears of a key itself: a list goes from row to row by the arrows and searches by what is
 * typed, and in a field both are the field’s. True: the key was the field’s.
 */
export function leaveToField(event: {
  readonly target: EventTarget
  readonly key: string
  readonly altKey: boolean
  readonly currentTarget: Element
  readonly preventDefault: () => void
}): boolean {
  const { target: field, key } = event
  if (!hasOwnKeys(field) || event.altKey || key === 'Tab') return false
  const fields = [...event.currentTarget.querySelectorAll<HTMLInputElement>(`[${OWN_KEYS}]`)]
  const go = (by: -1 | 1) => {
    event.preventDefault()
    // At an end of the plan there is nothing to go on to: what was typed counts all the same.
    const next = fields[fields.indexOf(field) + by]
    if (next) next.focus()
    else field.blur()
  }
  const isAt = (end: number) => field.selectionStart === end && field.selectionEnd === end
  switch (key) {
    case 'ArrowUp':
      go(-1)
      return true
    case 'ArrowDown':
    case 'Enter':
      go(1)
      return true
    case 'Escape':
      event.preventDefault()
      field.closest<HTMLElement>('[role="row"]')?.focus()
      return true
    // Out of the field the arrows go on through the row.
    case 'ArrowLeft':
      return !isAt(0)
    case 'ArrowRight':
      return !isAt(field.value.length)
    default:
      return true
  }
}
