import type { NewKey } from '@escale/shared'
import { useState } from 'react'
import { linkTo } from '../../app/addresses.ts'
import { type ApiOutcome, type ApiRefusal, postJson } from '../../connection/api.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { keepSecret, keptSecret } from '../entry/kept-secret.ts'
import { ConfirmDialog } from '../live/ConfirmDialog.tsx'
import { useConsole, useSessionId } from '../session.ts'
import { useAccessTexts } from '../texts/access.ts'
import { useShareTexts } from '../texts/share.ts'
import { KeyList } from './KeyList.tsx'
import { Refused } from './Refused.tsx'
import css from './SharePanel.module.css'
import type { KeyringState } from './use-keyring.ts'

/** A new link, after which nothing else of ours opens the session: this browser's secret first, in case it was copied. */
async function renewAlone(session: string): Promise<ApiOutcome<NewKey>> {
  const renewed = await postJson(`/sessions/${session}/device?as=facilitator`)
  return renewed.ok ? postJson(`/sessions/${session}/key?as=facilitator`, { alone: true }) : renewed
}

/** One's own link and devices, and how to be alone with them again. */
export function OwnLink({ keyring }: { readonly keyring: KeyringState }) {
  const t = useShareTexts()
  const access = useAccessTexts()
  const id = useSessionId()
  const me = useConsole((c) => c.me.id)
  const [isShown, show] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [isAsking, ask] = useState(false)
  const [isAlone, setAlone] = useState(false)
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null)
  const secret = isShown ? keptSecret(id) : undefined

  const take = async (renewing: Promise<ApiOutcome<NewKey>>): Promise<boolean> => {
    setBusy(true)
    const made = await renewing
    if (made.ok) keepSecret(id, made.value.secret)
    setRefusal(made.ok ? null : made.refusal)
    setBusy(false)
    keyring.again()
    return made.ok
  }
  const beAlone = async () => {
    const isDone = await take(renewAlone(id))
    setAlone(isDone)
    if (!isDone) return
    show(true)
    announce(access('aloneDone'))
  }
  return (
    <section>
      <h3>{t('own')}</h3>
      <p className={css['hint']}>{t('ownHint')}</p>
      {isShown ? (
        secret ? (
          <CopyField label={t('own')} value={linkTo(`/console/${id}#${secret}`)} />
        ) : (
          <Notice title={t('ownUnknown')}>
            <p>{t('ownRenewWhy')}</p>
            <Button
              size="s"
              busy={isBusy}
              onClick={() => void take(postJson(`/sessions/${id}/key?as=facilitator`))}
            >
              {t('ownRenew')}
            </Button>
          </Notice>
        )
      ) : null}
      <Button size="s" aria-expanded={isShown} onClick={() => show(!isShown)}>
        {t(isShown ? 'hideOwn' : 'showOwn')}
      </Button>
      <KeyList
        label={access('yourKeys')}
        keys={(keyring.keys ?? []).filter((key) => key.person === me)}
        onEnd={keyring.end}
      />
      <p className={css['hint']}>{access('aloneHint')}</p>
      <Button size="s" variant="danger" busy={isBusy} onClick={() => ask(true)}>
        {access('alone')}
      </Button>
      {isAlone ? <Notice tone="good">{access('aloneDone')}</Notice> : null}
      <Refused refusal={refusal} />
      <ConfirmDialog
        open={isAsking}
        onClose={() => ask(false)}
        title={access('aloneAsk')}
        yes={access('aloneYes')}
        onYes={() => void beAlone()}
      >
        {access('aloneWhy')}
      </ConfirmDialog>
    </section>
  )
}
