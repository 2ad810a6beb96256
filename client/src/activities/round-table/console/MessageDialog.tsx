import { limits, type Outcome } from '@escale/shared'
import { useState } from 'react'
import { useRefusalTexts } from '../../../i18n/refusal-texts.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextArea } from '../../../ui/Field.tsx'
import { TypedBefore } from '../../../words/TypedBefore.tsx'
import { useTyped } from '../../../words/use-typed.ts'
import { useDeskTexts } from './texts.ts'

interface MessageDialogProps {
  /** The group's number; null: closed. */
  readonly group: number | null
  readonly onClose: () => void
  readonly onSend: (text: string) => Promise<Outcome<unknown>>
}

/** A word to one group, without going there. */
export function MessageDialog({ group, ...rest }: MessageDialogProps) {
  return group === null ? null : <OpenDialog key={group} group={group} {...rest} />
}

function OpenDialog({ group, onClose, onSend }: MessageDialogProps & { readonly group: number }) {
  const t = useDeskTexts()
  const refusalText = useRefusalTexts()
  const typed = useTyped(`group-message-${group}`, '')
  const { text } = typed
  const [error, setError] = useState('')
  const send = async () => {
    const outcome = await onSend(text.trim())
    if (!outcome.ok) return setError(refusalText(outcome.refusal))
    announce(t('message-sent'))
    typed.done()
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('message-title', { n: group })}
      footer={
        <Button variant="primary" disabled={text.trim() === ''} onClick={() => void send()}>
          {t('message-send')}
        </Button>
      }
    >
      <TextArea
        label={t('message-text')}
        value={text}
        error={error}
        maxLength={limits.MESSAGE_MAX_CHARS}
        onChange={(event) => typed.type(event.target.value)}
      />
      <TypedBefore typed={typed} />
    </Dialog>
  )
}
