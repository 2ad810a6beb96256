import type { NewKey } from '@escale/shared'
import { useEffect, useState } from 'react'
import { linkTo } from '../app/addresses.ts'
import { type ApiRefusal, postJson } from '../connection/api.ts'
import { useRefusalTexts } from '../i18n/refusal-texts.ts'
import { useUnreachableTexts } from '../join/unreachable-texts.ts'
import { useLive } from '../stores/live-context.ts'
import { announce } from '../ui/announce.ts'
import { Button } from '../ui/Button.tsx'
import { copyText } from '../ui/copy-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { useDialogTexts } from './dialog-texts.ts'
import css from './OtherDevice.module.css'

interface OtherDeviceProps {
  readonly onClose: () => void
}

/** The personal link to go on elsewhere, as a QR code and as text. */
export function OtherDevice({ onClose }: OtherDeviceProps) {
  const t = useDialogTexts()
  return (
    <Dialog open onClose={onClose} title={t('device-title')}>
      <p>{t('device-text')}</p>
      <PersonalLink />
    </Dialog>
  )
}

function PersonalLink() {
  const t = useDialogTexts()
  const refusal = useRefusalTexts()
  const unreachable = useUnreachableTexts()
  const { sessionId } = useLive()
  const [link, setLink] = useState('')
  const [failure, setFailure] = useState<ApiRefusal | null>(null)
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)

  useEffect(() => {
    let wanted = true
    void postJson<NewKey>(`/sessions/${sessionId}/key?as=participant`).then((key) => {
      if (!wanted) return
      if (key.ok) setLink(linkTo(`/p/${sessionId}#${key.value.secret}`))
      else setFailure(key.refusal)
    })
    return () => {
      wanted = false
    }
  }, [sessionId])

  const copy = async () => {
    const isCopied = await copyText(link)
    setCopied(isCopied ? 'yes' : 'no')
    if (isCopied) announce(t('copied'))
  }

  if (failure)
    return (
      <Notice tone="danger" role="alert">
        {failure === 'unreachable' ? unreachable('title') : refusal(failure)}
      </Notice>
    )
  return (
    <>
      <div className={css['qr']}>{link ? <QrCode value={link} /> : null}</div>
      <Field
        label={t('device-link')}
        value={link}
        readOnly
        onFocus={(event) => event.target.select()}
        error={copied === 'no' ? t('copy-failed') : ''}
      />
      <Button onClick={() => void copy()}>{copied === 'yes' ? t('copied') : t('copy')}</Button>
    </>
  )
}
