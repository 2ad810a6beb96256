import type { DeletedSession } from '@escale/shared'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { type ApiRefusal, deleteJson } from '../../connection/api.ts'
import { useRefusalTexts } from '../../i18n/refusal-texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useConsole, useSessionId } from '../session.ts'
import { useKeepingTexts } from '../texts/keeping.ts'
import { useLiveTexts } from '../texts/live.ts'
import css from './SettingsForm.module.css'

/** Deletes the session, after naming what goes. What is shown then is the gate's (`DeletedPage`): the server sends us away, too. */
export function DeleteSession() {
  const t = useKeepingTexts()
  const live = useLiveTexts()
  const refused = useRefusalTexts()
  const id = useSessionId()
  const people = useConsole((c) => c.headcount.joined)
  const [isAsking, ask] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null)
  const close = () => {
    setRefusal(null)
    ask(false)
  }
  const remove = async () => {
    setBusy(true)
    const done = await deleteJson<DeletedSession>(`/sessions/${id}`, { sure: true })
    setBusy(false)
    setRefusal(done.ok ? null : done.refusal)
  }
  return (
    <>
      <p className={css['end']}>
        <Button variant="danger" size="s" onClick={() => ask(true)}>
          <Icon of={Trash2} />
          {t('remove')}
        </Button>
      </p>
      <Dialog
        open={isAsking}
        onClose={close}
        title={t('removeAsk')}
        footer={
          <>
            <Button variant="danger" busy={isBusy} onClick={() => void remove()}>
              {t('removeYes')}
            </Button>
            <Button onClick={close}>{t('cancel')}</Button>
          </>
        }
      >
        <p>
          {t('removeWhat')}
          {people > 0 ? ` ${t('removeWhose', { count: people })}` : null}
        </p>
        <p>{t('removeDays')}</p>
        <p>{t('removeHarvest')}</p>
        {refusal ? (
          <Notice tone="danger" role="alert">
            {refusal === 'unreachable' ? live('enterUnreachable') : refused(refusal)}
          </Notice>
        ) : null}
      </Dialog>
    </>
  )
}
