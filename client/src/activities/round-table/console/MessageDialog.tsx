import { limits, type Outcome } from '@escale/shared'
import { useState } from 'react'
import { useLanguage } from '../../../i18n/language.ts'
import { useRefusalTexts } from '../../../i18n/refusal-texts.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextArea } from '../../../ui/Field.tsx'
import { TypedBefore } from '../../../words/TypedBefore.tsx'
import { useTyped } from '../../../words/use-typed.ts'
import { listOf } from './list-of.ts'
import { useDeskTexts } from './texts.ts'

interface MessageDialogProps {
  /** The groups' numbers; none: closed. */
  readonly groups: readonly number[]
  readonly onClose: () => void
  readonly onSend: (text: string) => Promise<Outcome<unknown>>
}

/** A word to one group or to several, without going there. */
export function MessageDialog({ groups, ...rest }: MessageDialogProps) {
  return groups.length === 0 ? null : <OpenDialog key={groups.join()} groups={groups} {...rest} />
}

function OpenDialog({ groups, onClose, onSend }: MessageDialogProps) {
  const t = useDeskTexts()
  const refusalText = useRefusalTexts()
  const language = useLanguage()
  const typed = useTyped(`group-message-${groups.join()}`, '')
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
      title={
        groups.length === 1
          ? t('message-title', { n: groups[0] ?? '' })
          : t('message-title-several', { list: listOf(groups, language) })
      }
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
