import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { at } from '../../app/addresses.ts'
import { rememberSession } from '../../app/known-sessions.ts'
import { useGoodbyeTexts } from '../../i18n/goodbye-texts.ts'
import { LanguageSwitch } from '../../i18n/LanguageSwitch.tsx'
import { proposeLanguage } from '../../i18n/language.ts'
import { ClosedPage } from '../../join/ClosedPage.tsx'
import { OnTheWayIn } from '../../join/OnTheWayIn.tsx'
import { LiveProvider } from '../../stores/LiveProvider.tsx'
import { useConnection, useSession } from '../../stores/live-context.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { QuietPage } from '../../ui/QuietPage.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { isConsole } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import { DeletedPage } from './DeletedPage.tsx'
import { type Entry, enterConsole } from './enter.ts'

interface ConsoleGateProps {
  readonly session: string
  readonly children: ReactNode
}

/** Lets facilitators in and waits for the first frame; tells everybody else why not and what to do. */
export function ConsoleGate({ session, children }: ConsoleGateProps) {
  const t = useLiveTexts()
  const [entry, setEntry] = useState<Entry | null>(null)
  const enter = useCallback(() => {
    setEntry(null)
    void enterConsole(session).then((found) => {
      proposeLanguage(found.is === 'in' ? found.door.language : undefined)
      setEntry(found)
    })
  }, [session])
  useEffect(enter, [enter])

  if (entry === null) return <Loading>{t('enter')}</Loading>
  switch (entry.is) {
    case 'in':
      return (
        <LiveProvider session={session} as="facilitator">
          <Arrived session={session} onRestored={enter}>
            {children}
          </Arrived>
        </LiveProvider>
      )
    case 'refused':
      return <Refused title={t('enterRefused')} why={t('enterRefusedWhy')} session={session} />
    case 'wrong':
      return <Refused title={t('enterWrong')} why={t('enterWrongWhy')} session={session} />
    case 'deleted':
      return <DeletedPage session={session} onRestored={enter} />
    case 'unknown':
      return <Refused title={t('enterUnknown')} why={t('enterUnknownWhy')} />
    case 'unreachable':
    case 'unknown-address':
      return <ClosedPage why={entry.is} session={session} onRetry={enter} />
  }
}

const reload = () => window.location.reload()

/** Behind the door: nothing is shown before the server has said what there is to see. */
function Arrived({ session, onRestored, children }: ConsoleGateProps & { readonly onRestored: () => void }) {
  const t = useLiveTexts()
  const goodbye = useGoodbyeTexts()
  const isReady = useSession(isConsole)
  const isOver = useConnection((s) => s.over)
  const bye = useConnection((s) => s.bye)
  const title = useSession((s) => s.session?.title)
  useEffect(() => {
    if (title !== undefined) rememberSession({ session, as: 'facilitator', title, at: Date.now() })
  }, [session, title])
  if (isOver && bye === 'deleted') return <DeletedPage session={session} onRestored={onRestored} />
  if (isOver && bye !== null) return <Refused title={goodbye(bye)} onRetry={reload} />
  if (isReady) return children
  return <OnTheWayIn>{t('enter')}</OnTheWayIn>
}

interface RefusedProps {
  readonly title: string
  readonly why?: string
  /** The session one may still join as a participant. */
  readonly session?: string
  readonly onRetry?: () => void
}

function Refused({ title, why, session, onRetry }: RefusedProps) {
  const t = useLiveTexts()
  usePageTitle(`${title} – Escale`)
  return (
    <QuietPage
      title={title}
      corner={<LanguageSwitch />}
      actions={
        <>
          {onRetry ? (
            <Button variant="primary" onClick={onRetry}>
              {t('retry')}
            </Button>
          ) : null}
          {session ? (
            <a href={at(`/p/${session}`)} className={buttonClass('primary')}>
              {t('joinAsParticipant')}
            </a>
          ) : null}
          <a href={at('/')} className={buttonClass('quiet')}>
            {t('home')}
          </a>
        </>
      }
    >
      {why ? <p>{why}</p> : null}
    </QuietPage>
  )
}
