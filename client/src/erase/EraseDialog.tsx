import type { ErasePerson } from '@escale/shared'
import { useState } from 'react'
import { type ApiRefusal, postJson } from '../connection/api.ts'
import { useRefusalTexts } from '../i18n/refusal-texts.ts'
import { useLive } from '../stores/live-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import css from './EraseDialog.module.css'
import { useEraseTexts } from './texts.ts'

type Wish = ReturnType<typeof ErasePerson.parse>

/** What becomes of signed notes; what does not take others' work away comes first. */
const CHOICES = ['unsigned', 'removed'] as const satisfies readonly Wish['signed'][]

interface EraseDialogProps {
  readonly person: string
  /** Whose data, by name; absent: one's own. */
  readonly name?: string
  readonly onClose: () => void
  readonly onErased: () => void
}

/** Names what goes and what stays, asks what becomes of signed notes, and erases. */
export function EraseDialog({ person, name, onClose, onErased }: EraseDialogProps) {
  const t = useEraseTexts()
  const refused = useRefusalTexts()
  const { sessionId } = useLive()
  const [signed, choose] = useState<Wish['signed']>('unsigned')
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null)
  const isMine = name === undefined

  const erase = async () => {
    setBusy(true)
    const done = await postJson(`/sessions/${sessionId}/erase`, { person, signed } satisfies Wish)
    setBusy(false)
    if (done.ok) onErased()
    else setRefusal(done.refusal)
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={isMine ? t('mine-title') : t('their-title', { name })}
      footer={
        <>
          <Button variant="danger" busy={isBusy} onClick={() => void erase()}>
            {t(isMine ? 'mine-yes' : 'their-yes')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <p>{t(isMine ? 'mine-what' : 'their-what')}</p>
      <fieldset className={css['choice']}>
        <legend>{t('choice')}</legend>
        {CHOICES.map((one) => (
          <label key={one} className={css['option']}>
            <input
              type="radio"
              name="signed"
              value={one}
              checked={one === signed}
              aria-labelledby={`signed-${one}`}
              aria-describedby={`signed-${one}-hint`}
              onChange={() => choose(one)}
            />
            <span>
              <span id={`signed-${one}`}>{t(one)}</span>
              <span id={`signed-${one}-hint`} className={css['hint']}>
                {t(`${one}-hint`)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <p>{t('stays')}</p>
      {isMine ? <p>{t('mine-back')}</p> : null}
      {refusal ? (
        <Notice tone="danger" role="alert">
          {refusal === 'unreachable' ? t('unreachable') : refused(refusal)}
        </Notice>
      ) : null}
    </Dialog>
  )
}
