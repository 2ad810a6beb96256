import { HELP_REASON_MAX_CHARS } from '@escale/shared/activities/round-table'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { TypedBefore } from '../../../words/TypedBefore.tsx'
import { useTyped } from '../../../words/use-typed.ts'
import { useHelpTexts } from './help-texts.ts'

interface HelpDialogProps {
  readonly onClose: () => void
  readonly onCall: (reason: string) => void
}

/** One button; the reason is optional. */
export function HelpDialog({ onClose, onCall }: HelpDialogProps) {
  const t = useHelpTexts()
  const typed = useTyped('help', '')
  const call = () => {
    onCall(typed.text.trim())
    typed.done()
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('help-title')}
      footer={
        <Button variant="primary" onClick={call}>
          {t('help-send')}
        </Button>
      }
    >
      <p>{t('help-text')}</p>
      <Field
        label={t('help-reason')}
        optional
        value={typed.text}
        maxLength={HELP_REASON_MAX_CHARS}
        onChange={(event) => typed.type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') call()
        }}
      />
      <TypedBefore typed={typed} />
    </Dialog>
  )
}
