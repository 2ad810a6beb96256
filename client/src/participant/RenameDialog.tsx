import { isBlank, limits, oneLine } from '@escale/shared'
import { type FormEvent, useState } from 'react'
import { useRefusalTexts } from '../i18n/refusal-texts.ts'

import { useSend, useSession } from '../stores/live-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { TypedBefore } from '../words/TypedBefore.tsx'
import { useTyped } from '../words/use-typed.ts'
import { useDialogTexts } from './dialog-texts.ts'

interface RenameDialogProps {
  readonly onClose: () => void
}

export function RenameDialog({ onClose }: RenameDialogProps) {
  const t = useDialogTexts()
  return (
    <Dialog open onClose={onClose} title={t('rename-title')}>
      <RenameForm onClose={onClose} />
    </Dialog>
  )
}

function RenameForm({ onClose }: Pick<RenameDialogProps, 'onClose'>) {
  const t = useDialogTexts()
  const refusal = useRefusalTexts()
  const send = useSend()
  const me = useSession((s) => s.me)
  const typed = useTyped('rename', me?.name ?? '')
  const { text: name } = typed
  const [error, setError] = useState('')
  const [busy, setBusy] = useState(false)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const given = oneLine(name)
    if (name.trim() === '') return setError(t('name-missing'))
    if (isBlank(given)) return setError(t('name-unseen'))
    if (given.length > limits.NAME_MAX_CHARS)
      return setError(t('name-too-long', { max: limits.NAME_MAX_CHARS }))
    if (!me?.id) return
    setBusy(true)
    const receipt = await send({
      type: 'rename',
      person: me.id,
      identity: { name: given, organisation: me.organisation ?? '', territory: me.territory ?? '' },
    })
    setBusy(false)
    if (!receipt.ok && receipt.refusal !== 'already') return setError(refusal(receipt.refusal))
    typed.done()
    onClose()
  }

  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <Field
        label={t('name-field')}
        error={error}
        value={name}
        autoComplete="nickname"
        enterKeyHint="done"
        onChange={(event) => {
          typed.type(event.target.value)
          setError('')
        }}
      />
      <TypedBefore typed={typed} />
      <p style={{ display: 'flex', gap: '0.75rem', marginBlockStart: '1rem' }}>
        <Button type="submit" variant="primary" busy={busy}>
          {t('save')}
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            typed.done()
            onClose()
          }}
        >
          {t('cancel')}
        </Button>
      </p>
    </form>
  )
}
