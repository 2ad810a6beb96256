import type { DeletedSession } from '@escale/shared'
import { useEffect, useState } from 'react'
import { at } from '../../app/addresses.ts'
import { type ApiRefusal, getJson, postJson } from '../../connection/api.ts'
import { useGoodbyeTexts } from '../../i18n/goodbye-texts.ts'
import { LanguageSwitch } from '../../i18n/LanguageSwitch.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { useRefusalTexts } from '../../i18n/refusal-texts.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { dayOf } from '../../ui/day.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { QuietPage } from '../../ui/QuietPage.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { useKeepingTexts } from '../texts/keeping.ts'
import { useLiveTexts } from '../texts/live.ts'

interface DeletedPageProps {
  readonly session: string
  /** It is there again. */
  readonly onRestored: () => void
}

/** In the console's place once the session is deleted: its facilitator can bring it back, everybody else is only told. */
export function DeletedPage({ session, onRestored }: DeletedPageProps) {
  const t = useKeepingTexts()
  const live = useLiveTexts()
  const goodbye = useGoodbyeTexts()
  const refused = useRefusalTexts()
  const language = useLanguage()
  const [told, setTold] = useState<DeletedSession | 'nothing'>()
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null)
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    void getJson<DeletedSession>(`/sessions/${session}/deletion`).then((found) => {
      // Restored meanwhile, from another device.
      if (!found.ok && found.refusal === 'not-now') onRestored()
      else setTold(found.ok ? found.value : 'nothing')
    })
  }, [session, onRestored])
  usePageTitle(`${t('deletedTitle')} – Escale`)

  const restore = async () => {
    setBusy(true)
    const done = await postJson<DeletedSession>(`/sessions/${session}/restore`)
    setBusy(false)
    if (done.ok || done.refusal === 'not-now') onRestored()
    else setRefusal(done.refusal)
  }
  const home = (
    <a href={at('/')} className={buttonClass('quiet')}>
      {t('home')}
    </a>
  )

  if (told === undefined) return <Loading>{live('enter')}</Loading>
  if (told === 'nothing')
    return <QuietPage title={goodbye('deleted')} corner={<LanguageSwitch />} actions={home} />
  const day = (ms: number) => dayOf(ms, language, Date.now())
  return (
    <QuietPage
      title={t('deletedTitle')}
      corner={<LanguageSwitch />}
      actions={
        <>
          <Button variant="primary" busy={isBusy} onClick={() => void restore()}>
            {t('bringBack')}
          </Button>
          {home}
        </>
      }
    >
      <p>
        {t('deletedText', {
          title: told.title || t('untitled'),
          day: day(told.deletedAt),
          gone: day(told.goneAt),
        })}
      </p>
      {refusal ? (
        <Notice tone="danger" role="alert">
          {refusal === 'unreachable' ? live('enterUnreachable') : refused(refusal)}
        </Notice>
      ) : null}
    </QuietPage>
  )
}
