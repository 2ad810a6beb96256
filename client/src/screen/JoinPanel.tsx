import { showCode } from '@escale/shared'
import { classNames } from '../styles/class-names.ts'
import { QrCode } from '../ui/QrCode.tsx'
import css from './JoinPanel.module.css'
import { useScreenTexts } from './texts.ts'

interface JoinPanelProps {
  readonly session: string
  readonly code: string
  /** Very large before the start, small in a corner afterwards. */
  readonly size: 'large' | 'small'
}

/** How to come in: address, code, QR code. */
export function JoinPanel({ session, code, size }: JoinPanelProps) {
  const t = useScreenTexts()
  const { origin, host } = window.location
  const link = `${origin}/p/${session}`
  return (
    <div className={classNames(css['panel'], css[size])}>
      <div className={css['words']}>
        <p className={css['lead']}>{t('join-address')}</p>
        <p className={css['address']}>{code ? host : `${host}/p/${session}`}</p>
        {code ? (
          <>
            <p className={css['lead']}>{t('join-code')}</p>
            <p className={css['code']}>{showCode(code)}</p>
          </>
        ) : null}
      </div>
      <div className={css['qr']}>
        <QrCode value={link} />
        {size === 'large' ? <p className={css['lead']}>{t('or-scan')}</p> : null}
      </div>
    </div>
  )
}
