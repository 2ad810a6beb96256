import { isPaused } from '@escale/shared'
import { useWakeLock } from '../a11y/use-wake-lock.ts'
import { usePreload } from '../activities/preload.ts'
import { ClosedPage } from '../join/ClosedPage.tsx'
import { closedAfter } from '../join/closed-because.ts'
import { OnTheWayIn } from '../join/OnTheWayIn.tsx'
import { Reactions } from '../reactions/Reactions.tsx'
import { useConnection, useLive, useSession } from '../stores/live-context.ts'
import { useStage } from '../stores/stage.ts'
import { usePassage } from '../stores/use-passage.ts'
import { usePageTitle } from '../ui/use-page-title.ts'
import { FullscreenButton } from './FullscreenButton.tsx'
import { JoinPanel } from './JoinPanel.tsx'
import { ScreenActivity } from './ScreenActivity.tsx'
import { ScreenLobby } from './ScreenLobby.tsx'
import css from './ScreenShell.module.css'
import { useScreenTexts } from './texts.ts'
import { useFreshPage } from './use-fresh-page.ts'
import { useIdle } from './use-idle.ts'
import { useJoinCode } from './use-join-code.ts'

const IDLE_AFTER_MS = 3_000

/** What the room sees: follows by itself, never asks anything. Knows no kind of activity by name. */
export function ScreenShell() {
  const t = useScreenTexts()
  const { sessionId } = useLive()
  const session = useSession((s) => s.session)
  const headcount = useSession((s) => s.headcount)
  const stage = useStage()
  const status = useConnection((c) => c.status)
  const over = useConnection((c) => c.over)
  const bye = useConnection((c) => c.bye)
  const code = useJoinCode(sessionId)
  const idle = useIdle(IDLE_AFTER_MS)
  const passage = usePassage()

  usePreload(session && session.status !== 'ended' ? session.kinds : [], stage?.activity.kind)
  useWakeLock(true)
  useFreshPage()

  const title = session?.title ?? ''
  const running = session?.status === 'running' && stage ? stage.activity.title : ''
  usePageTitle(title && [running, title, 'Escale'].filter(Boolean).join(' · '))

  if (over && bye) return <ClosedPage why={closedAfter(bye)} session={sessionId} title={title} />
  if (session === null) return <OnTheWayIn>{t('opening')}</OnTheWayIn>

  const here = headcount?.here ?? 0
  const isOpen = !session.locked && session.status !== 'ended'
  return (
    <div className={css['screen']} data-idle={idle || undefined}>
      {session.status === 'running' && stage && isPaused(stage.activity.run) ? (
        <p role="status" className={css['pause']}>
          {t('paused')}
        </p>
      ) : null}
      {session.status === 'running' && stage ? (
        <ScreenActivity
          stage={stage}
          session={session}
          join={isOpen ? <JoinPanel session={sessionId} code={code} /> : null}
          here={here > 0 ? t('people-here', { count: here }) : ''}
        />
      ) : (
        <ScreenLobby session={session} here={here} join={isOpen ? { session: sessionId, code } : null} />
      )}
      {status === 'live' || status === 'connecting' ? null : (
        <p role="status" className={css['offline']}>
          {t(status === 'lost' ? 'disconnected' : 'reconnecting')}
        </p>
      )}
      {passage ? (
        <p role="status" className={css['passage']}>
          {t(`passage-${passage}`, { title: stage?.activity.title ?? '' })}
        </p>
      ) : null}
      <Reactions isSilent />
      <FullscreenButton idle={idle} />
    </div>
  )
}
