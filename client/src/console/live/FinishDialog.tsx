import { useState } from 'react'
import { useSend } from '../../stores/live-context.ts'
import { Switch } from '../../ui/Switch.tsx'
import { useConsole } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'

interface FinishDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onFinish: () => void
}

/** Asks before the end, and whether everybody may read the récolte from then on: what it says will be seen is what is seen. */
export function FinishDialog({ open, onClose, onFinish }: FinishDialogProps) {
  const t = useLiveTexts()
  const send = useSend()
  const isShared = useConsole((c) => c.session.harvestShared)
  const [wished, setWished] = useState<boolean | null>(null)
  const shares = wished ?? isShared
  const close = () => {
    setWished(null)
    onClose()
  }
  const finish = () => {
    // In this order: nobody sees the end without what they were promised.
    if (shares !== isShared) void send({ type: 'settings', patch: { harvestShared: shares } })
    onFinish()
  }
  return (
    <ConfirmDialog
      open={open}
      onClose={close}
      title={t('finishAsk')}
      yes={t('finishYes')}
      onYes={finish}
      choice={
        <Switch
          label={t('finishShare')}
          hint={t(shares ? 'finishShared' : 'finishUnshared')}
          checked={shares}
          onChange={setWished}
        />
      }
    >
      {t('finishWhy')}
    </ConfirmDialog>
  )
}
