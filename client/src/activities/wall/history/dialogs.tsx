import { limits } from '@escale/shared'
import { type FormEvent, useId } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { TypedBefore } from '../../../words/TypedBefore.tsx'
import { useTyped } from '../../../words/use-typed.ts'
import { useHistoryTexts } from './texts.ts'

/** A modal dialog heeds the attribute, not React's prop. */
const focusFirst = (field: HTMLElement | null): void => field?.setAttribute('autofocus', '')

interface KeepDialogProps {
  readonly suggestion: string
  readonly onKeep: (title: string) => void
  readonly onClose: () => void
}

/** Under which name the wall is kept; Enter is enough. */
export function KeepDialog({ suggestion, onKeep, onClose }: KeepDialogProps) {
  const t = useHistoryTexts()
  const form = useId()
  const typed = useTyped('checkpoint', suggestion)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    onKeep(typed.text.trim() || suggestion)
    typed.done()
    onClose()
  }
  return (
    <Dialog
      open
      title={t('keep-title')}
      onClose={onClose}
      footer={
        <>
          <Button variant="primary" type="submit" form={form}>
            {t('keep-now')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={keep}>
        <Field
          label={t('label')}
          hint={t('keep-hint')}
          value={typed.text}
          maxLength={limits.LABEL_MAX_CHARS}
          ref={focusFirst}
          onFocus={(event) => event.target.select()}
          onChange={(event) => typed.type(event.target.value)}
        />
        <TypedBefore typed={typed} />
      </form>
    </Dialog>
  )
}

interface ForgetDialogProps {
  readonly name: string
  readonly onForget: () => void
  readonly onClose: () => void
}

export function ForgetDialog({ name, onForget, onClose }: ForgetDialogProps) {
  const t = useHistoryTexts()
  return (
    <Dialog
      open
      title={t('forget-title')}
      onClose={onClose}
      footer={
        <>
          <Button
            variant="danger"
            onClick={() => {
              onForget()
              onClose()
            }}
          >
            {t('forget')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <p>{t('forget-text', { title: name })}</p>
    </Dialog>
  )
}
