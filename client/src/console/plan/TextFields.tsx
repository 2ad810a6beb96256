import { limits } from '@escale/shared'
import { Lock } from 'lucide-react'
import { Field, TextArea } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { usePlanTexts } from '../texts/plan.ts'
import { OtherEdit } from './OtherEdit.tsx'
import css from './TextFields.module.css'
import { useDraft } from './use-draft.ts'
import { usePlanEdit } from './use-plan-edit.ts'

interface TextFieldProps {
  readonly id: string
  readonly value: string
}

const asText = (value: string) => value

export function TitleField({ id, value }: TextFieldProps) {
  const t = usePlanTexts()
  const { save } = usePlanEdit()
  const controls = useDraft(`${id}/title`, value, (title) => save(id, { title }))
  return (
    <div>
      <Field
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
        <TextArea
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
      <TextArea
        label={
          <>
            <Icon of={Lock} size={1} /> {t('privateNote')}
          </>
        }
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
