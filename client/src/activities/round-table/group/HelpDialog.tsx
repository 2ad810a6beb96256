import { HELP_REASON_MAX_CHARS } from '@escale/shared/activities/round-table'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { useHelpTexts } from './help-texts.ts'

interface HelpDialogProps {
  readonly onClose: () => void
  readonly onCall: (reason: string) => void
}

/** One button; the reason is optional. */
export function HelpDialog({ onClose, onCall }: HelpDialogProps) {
  const t = useHelpTexts()
  const [reason, setReason] = useState('')
  const call = () => {
    onCall(reason.trim())
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
        value={reason}
        maxLength={HELP_REASON_MAX_CHARS}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') call()
        }}
      />
    </Dialog>
  )
}
