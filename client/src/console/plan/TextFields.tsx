import { limits } from '@escale/shared'
import { Lock } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Field } from '../../ui/Field.tsx'
import { FormattedArea } from '../../ui/formatting/FormattedArea.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { focusFirst } from '../focus-first.ts'
import { usePlanTexts } from '../texts/plan.ts'
import { OtherEdit } from './OtherEdit.tsx'
import css from './TextFields.module.css'
import { useDraft } from './use-draft.ts'
import { usePlanEdit } from './use-plan-edit.ts'

interface TextFieldProps {
  readonly id: string
  readonly value: string
}

interface TitleFieldProps extends TextFieldProps {
  /** Of an activity that was just made: naming it comes first. */
  readonly isNew?: boolean
}

const asText = (value: string) => value

export function TitleField({ id, value, isNew = false }: TitleFieldProps) {
  const t = usePlanTexts()
  const { save } = usePlanEdit()
  const controls = useDraft(`${id}/title`, value, (title) => save(id, { title }))
  const field = useRef<HTMLInputElement>(null)
  // Once: what becomes of the activity afterwards takes nobody's focus.
  const begin = useRef(isNew)
  useEffect(() => {
    if (!begin.current || !field.current) return
    // In a dialog that is only about to open the attribute does it.
    focusFirst(field.current)
    field.current.focus()
    field.current.select()
  }, [])
  return (
    <div>
      <Field
        ref={field}
        label={t('title')}
        value={controls.draft.value}
        maxLength={limits.TITLE_MAX_CHARS}
        {...controls.focus}
        onChange={(event) => controls.write(event.target.value)}
      />
      <OtherEdit controls={controls} show={asText} />
    </div>
  )
}

/** Instructions in Markdown, with what they will look like beside them. */
export function InstructionsField({ id, value }: TextFieldProps) {
  const t = usePlanTexts()
  const { save } = usePlanEdit()
  const controls = useDraft(`${id}/instructions`, value, (instructions) => save(id, { instructions }))
  const text = controls.draft.value
  return (
    <div>
      <div className={css['beside']}>
        <FormattedArea
          label={t('instructions')}
          hint={t('instructionsHint')}
          value={text}
          rows={5}
          maxLength={limits.INSTRUCTIONS_MAX_CHARS}
          {...controls.focus}
          onChange={(event) => controls.write(event.target.value)}
        />
        <section className={css['preview']} aria-label={t('instructionsPreview')}>
          {text.trim() ? (
            <Markdown text={text} topLevel={4} />
          ) : (
            <p className={css['nothing']}>{t('nothingYet')}</p>
          )}
        </section>
      </div>
      <OtherEdit controls={controls} show={asText} />
    </div>
  )
}

/** For facilitators only; looks like nothing that participants ever see. */
export function PrivateNoteField({ id, value }: TextFieldProps) {
  const t = usePlanTexts()
  const { save } = usePlanEdit()
  const controls = useDraft(`${id}/privateNote`, value, (privateNote) => save(id, { privateNote }))
  return (
    <div className={css['private']}>
      <FormattedArea
        lead={
          <>
            <Icon of={Lock} size={1} />{' '}
          </>
        }
        label={t('privateNote')}
        hint={t('privateNoteHint')}
        value={controls.draft.value}
        rows={2}
        maxLength={limits.PRIVATE_NOTE_MAX_CHARS}
        {...controls.focus}
        onChange={(event) => controls.write(event.target.value)}
      />
      <OtherEdit controls={controls} show={asText} />
    </div>
  )
}
