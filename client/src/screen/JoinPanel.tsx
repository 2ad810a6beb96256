import { showCode } from '@escale/shared'
import { linkTo, spokenHost } from '../app/addresses.ts'
import { QrCode } from '../ui/QrCode.tsx'
import css from './JoinPanel.module.css'
import { useScreenTexts } from './texts.ts'

/** How to come in. */
export interface JoinWay {
  readonly session: string
  /** Empty: not known here; the whole address has to do. */
  readonly code: string
}

export const JoinQr = ({ session }: Pick<JoinWay, 'session'>) => <QrCode value={linkTo(`/p/${session}`)} />

/** The address to type, and the code. */
export function JoinAddress({ session, code, size }: JoinWay & { readonly size: 'large' | 'small' }) {
  const t = useScreenTexts()
  return (
    <div className={css[size]}>
      <p className={css['lead']}>{t('join-address')}</p>
      <p translate="no" className={css['address']}>
        {code ? spokenHost() : `${spokenHost()}/p/${session}`}
      </p>
      {code ? (
        <>
          <p className={css['lead']}>{t('join-code')}</p>
          <p translate="no" className={css['code']}>
            {showCode(code)}
          </p>
        </>
      ) : null}
    </div>
  )
}

/** While an activity runs: small, in a corner, for latecomers. */
export const JoinPanel = ({ session, code }: JoinWay) => (
  <div className={css['panel']}>
    <div className={css['qr']}>
      <JoinQr session={session} />
    </div>
    <JoinAddress session={session} code={code} size="small" />
  </div>
)
