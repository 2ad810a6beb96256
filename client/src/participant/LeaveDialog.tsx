import { useState } from 'react'
import { hasUnsent } from '../app/forget.ts'
import { postJson } from '../connection/api.ts'
import { useConnection, useLive } from '../stores/live-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useDialogTexts } from './dialog-texts.ts'

interface LeaveDialogProps {
  readonly onClose: () => void
}

/** Says what leaving does, and what would be lost. The server ends the place first; then every tab forgets (Left.tsx). */
export function LeaveDialog({ onClose }: LeaveDialogProps) {
  const t = useDialogTexts()
  const { sessionId, connection, close } = useLive()
  const isWaiting = useConnection((c) => c.waiting.length > 0)
  const [isBegun] = useState(() => hasUnsent(sessionId))
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const isUnsent = isWaiting || isBegun

  const leave = async () => {
    setBusy(true)
    const left = await postJson(`/sessions/${sessionId}/leave?as=participant`)
    // No place there any more: another tab was quicker.
    if (!left.ok && left.refusal !== 'not-allowed') {
      setBusy(false)
      setFailed(true)
      return
    }
    close()
    connection.setState({ status: 'lost', bye: 'left', over: true })
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('leave-title')}
      footer={
        <>
          <Button variant="danger" busy={isBusy} onClick={() => void leave()}>
            {t(isUnsent ? 'leave-yes-unsent' : 'leave-yes')}
          </Button>
          <Button onClick={onClose}>{t('leave-no')}</Button>
        </>
      }
    >
      {isUnsent ? (
        <Notice tone="warning" title={t('leave-unsent-title')}>
          <p>{t('leave-unsent')}</p>
        </Notice>
      ) : null}
      <p>{t('leave-what')}</p>
      <p>{t('leave-stays')}</p>
      {hasFailed ? (
        <Notice tone="danger" role="alert">
          {t('leave-failed')}
        </Notice>
      ) : null}
    </Dialog>
  )
}
