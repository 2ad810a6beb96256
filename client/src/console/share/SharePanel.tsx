import type { NewKey, NewLink } from '@escale/shared'
import { limits } from '@escale/shared'
import { MonitorUp } from 'lucide-react'
import { useState } from 'react'
import { type ApiRefusal, postJson } from '../../connection/api.ts'
import { useRefusalTexts } from '../../i18n/refusal-texts.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { keepSecret, keptSecret } from '../entry/kept-secret.ts'
import { useSessionId } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import { useShareTexts } from '../texts/share.ts'
import { CopyField } from './CopyField.tsx'
import { Invitation } from './Invitation.tsx'
import css from './SharePanel.module.css'

interface SharePanelProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** Every way into the session, each with whom it is for. */
export function SharePanel({ open, onClose }: SharePanelProps) {
  const t = useShareTexts()
  return (
    <Dialog open={open} onClose={onClose} title={t('share')} width="wide">
      <div className={css['panel']}>
        <section>
          <h3>{t('participants')}</h3>
          <p className={css['hint']}>{t('participantsHint')}</p>
          <Invitation />
        </section>
        <ScreenLink />
        <CofacilitatorLink />
        <OwnLink />
      </div>
    </Dialog>
  )
}

/** Asks the server for links; keeps the last refusal to show it. */
function useLinks() {
  const id = useSessionId()
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  const make = async (body: unknown): Promise<NewLink | undefined> => {
    setBusy(true)
    const made = await postJson<NewLink>(`/sessions/${id}/links`, body)
    setBusy(false)
    setRefusal(made.ok ? null : made.refusal)
    return made.ok ? made.value : undefined
  }
  return { id, refusal, isBusy, make }
}

function Refused({ refusal }: { readonly refusal: ApiRefusal | null }) {
  const t = useRefusalTexts()
  const live = useLiveTexts()
  if (refusal === null) return null
  return (
    <Notice tone="warning" role="alert">
      {refusal === 'unreachable' ? live('enterUnreachable') : t(refusal)}
    </Notice>
  )
}

function ScreenLink() {
  const t = useShareTexts()
  const { id, refusal, isBusy, make } = useLinks()
  const [link, setLink] = useState('')
  return (
    <section>
      <h3>{t('screen')}</h3>
      <p className={css['hint']}>{t('screenHint')}</p>
      {link ? (
        <div className={css['made']}>
          <CopyField label={t('link')} value={link} />
          <a href={link} target="_blank" rel="noopener" className={buttonClass('secondary', 's')}>
            <Icon of={MonitorUp} />
            {t('open')}
            <VisuallyHidden> {t('newTab')}</VisuallyHidden>
          </a>
        </div>
      ) : (
        <Button
          size="s"
          busy={isBusy}
          onClick={() =>
            void make({ role: 'screen' }).then((made) => {
              if (made) setLink(`${location.origin}/screen/${id}#${made.secret}`)
            })
          }
        >
          <Icon of={MonitorUp} />
          {t('makeScreen')}
        </Button>
      )}
      <Refused refusal={refusal} />
    </section>
  )
}

function CofacilitatorLink() {
  const t = useShareTexts()
  const { id, refusal, isBusy, make } = useLinks()
  const [name, setName] = useState('')
  const [links, setLinks] = useState<readonly { readonly name: string; readonly link: string }[]>([])
  const given = name.trim()
  return (
    <section>
      <h3>{t('cofacilitators')}</h3>
      <p className={css['hint']}>{t('cofacilitatorsHint')}</p>
      {links.map(({ name: whose, link }) => (
        <CopyField key={link} label={t('linkFor', { name: whose })} value={link} />
      ))}
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault()
          if (given === '') return
          void make({
            role: 'cofacilitator',
            identity: { name: given, organisation: '', territory: '' },
          }).then((made) => {
            if (!made) return
            setLinks((before) => [
              ...before,
              { name: given, link: `${location.origin}/console/${id}#${made.secret}` },
            ])
            setName('')
          })
        }}
      >
        <Field
          label={t('cofacilitatorName')}
          value={name}
          maxLength={limits.NAME_MAX_CHARS}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" busy={isBusy} disabled={given === ''}>
          {t('makeCofacilitator')}
        </Button>
      </form>
      <Refused refusal={refusal} />
    </section>
  )
}

function OwnLink() {
  const t = useShareTexts()
  const id = useSessionId()
  const [isShown, show] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null)
  const secret = isShown ? keptSecret(id) : undefined
  const renew = async () => {
    setBusy(true)
    const made = await postJson<NewKey>(`/sessions/${id}/key?as=facilitator`)
    if (made.ok) keepSecret(id, made.value.secret)
    setRefusal(made.ok ? null : made.refusal)
    setBusy(false)
  }
  return (
    <section>
      <h3>{t('own')}</h3>
      <p className={css['hint']}>{t('ownHint')}</p>
      {isShown ? (
        secret ? (
          <CopyField label={t('own')} value={`${location.origin}/console/${id}#${secret}`} />
        ) : (
          <Notice title={t('ownUnknown')}>
            <p>{t('ownRenewWhy')}</p>
            <Button size="s" busy={isBusy} onClick={() => void renew()}>
              {t('ownRenew')}
            </Button>
          </Notice>
        )
      ) : null}
      <Button size="s" aria-expanded={isShown} onClick={() => show(!isShown)}>
        {t(isShown ? 'hideOwn' : 'showOwn')}
      </Button>
      <Refused refusal={refusal} />
    </section>
  )
}
