import { type ConsoleInfo, showCode } from '@escale/shared'
import { Maximize2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { linkTo, spokenHost } from '../../app/addresses.ts'
import { getJson } from '../../connection/api.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { QrCode } from '../../ui/QrCode.tsx'
import { useSessionId } from '../session.ts'
import { useShareTexts } from '../texts/share.ts'
import css from './Invitation.module.css'

/** The session's join code; undefined until the server has told it. */
export function useCode(): string | undefined {
  const id = useSessionId()
  const [code, setCode] = useState<string>()
  useEffect(() => {
    let isGone = false
    void getJson<ConsoleInfo>(`/sessions/${id}/console`).then((info) => {
      if (!isGone && info.ok) setCode(info.value.code)
    })
    return () => {
      isGone = true
    }
  }, [id])
  return code
}

/** How participants come in: the link to paste, the code to say, the picture to photograph. */
export function Invitation() {
  const t = useShareTexts()
  const id = useSessionId()
  const code = useCode()
  const [isBig, setBig] = useState(false)
  const link = linkTo(`/p/${id}`)
  return (
    <div className={css['invitation']}>
      <div className={css['fields']}>
        <CopyField label={t('link')} value={link} />
        {code ? (
          <CopyField label={t('codeHint', { host: spokenHost() })} value={showCode(code)} isCode />
        ) : null}
      </div>
      <button type="button" className={css['qr']} onClick={() => setBig(true)} aria-label={t('bigQr')}>
        <QrCode value={link} />
        <span className={css['enlarge']} aria-hidden="true">
          <Icon of={Maximize2} size={1} />
        </span>
      </button>
      <Dialog
        open={isBig}
        onClose={() => setBig(false)}
        title={t('participants')}
        width="wide"
        footer={<Button onClick={() => setBig(false)}>{t('close')}</Button>}
      >
        <div className={css['big']}>
          <QrCode value={link} />
          <p translate="no">{link.replace(/^https?:\/\//, '')}</p>
          {code ? <strong translate="no">{showCode(code)}</strong> : null}
        </div>
      </Dialog>
    </div>
  )
}
