import { lazy, Suspense, useEffect, useRef } from 'react'
import { useChangeOfScene } from '../a11y/use-change-of-scene.ts'
import { useFocusKept } from '../a11y/use-focus-kept.ts'
import { useTouched } from '../a11y/use-touched.ts'
import { useVisibleHeight } from '../a11y/use-visible-height.ts'
import { useWakeLock } from '../a11y/use-wake-lock.ts'
import { usePreload } from '../activities/preload.ts'
import { at } from '../app/addresses.ts'
import { rememberSession } from '../app/known-sessions.ts'
import { UpdateNotice } from '../app/UpdateNotice.tsx'
import { patiently } from '../connection/patiently.ts'
import { ClosedPage } from '../join/ClosedPage.tsx'
import { closedAfter } from '../join/closed-because.ts'
import { OnTheWayIn } from '../join/OnTheWayIn.tsx'
import { useJoinTexts } from '../join/texts.ts'
import { Reactions } from '../reactions/Reactions.tsx'
import { useConnection, useLive, useSession } from '../stores/live-context.ts'
import { useStage } from '../stores/stage.ts'
import { usePassage } from '../stores/use-passage.ts'
import { Loading } from '../ui/Loading.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useKept } from '../words/use-kept.ts'
import { ActivityScene } from './ActivityScene.tsx'
import { Ended } from './Ended.tsx'
import { Lobby } from './Lobby.tsx'
import css from './ParticipantShell.module.css'
import { ShellBar } from './ShellBar.tsx'
import { useParticipantTexts } from './texts.ts'
import { useDisplayFont } from './use-display-font.ts'

const EndOfTime = lazy(async () => ({
  default: (await patiently(() => import('./EndOfTime.tsx'))).EndOfTime,
}))
const Left = lazy(async () => ({ default: (await import('./Left.tsx')).Left }))
const KeptWords = lazy(async () => ({
  default: (await patiently(() => import('../words/KeptWords.tsx'))).KeptWords,
}))
const WaitingPage = lazy(async () => ({ default: (await import('../join/WaitingPage.tsx')).WaitingPage }))

/** All that a participant sees once inside, or while waiting to be let in. Knows no kind of activity by name. */
export function ParticipantShell({ title: known = '' }: { readonly title?: string }) {
  const t = useParticipantTexts()
  const atDoor = useJoinTexts()
  const { sessionId } = useLive()
  const session = useSession((s) => s.session)
  const me = useSession((s) => s.me)
  const stage = useStage()
  const over = useConnection((c) => c.over)
  const bye = useConnection((c) => c.bye)
  const outside = useConnection((c) => c.outside)
  const heading = useRef<HTMLHeadingElement>(null)
  const running = session?.status === 'running' && stage !== null
  const passage = usePassage()

  const kept = useKept(running && !over ? stage.activity.id : undefined)
  useFocusKept()
  usePreload(session && session.status !== 'ended' ? session.kinds : [], stage?.activity.kind)
  useDisplayFont(session !== null, running ? stage.activity.kind : undefined)
  useVisibleHeight()
  useWakeLock(running)
  const isTouched = useTouched()

  const title = session?.title ?? known
  const isIn = me !== null
  useEffect(() => {
    if (isIn) rememberSession({ session: sessionId, as: 'participant', title, at: Date.now() })
  }, [isIn, sessionId, title])

  const scene =
    session?.status === 'ended'
      ? 'ended'
      : running
        ? stage.activity.id
        : session
          ? 'lobby'
          : outside === null
            ? 'entering'
            : 'waiting'
  const seen = useRef<string>(scene)
  usePageTitle(
    title &&
      [
        scene === 'ended' ? t('session-ended').replace('.', '') : running ? stage.activity.title : '',
        title,
        'Escale',
      ]
        .filter(Boolean)
        .join(' · '),
  )
  const before = useRef<string>(scene)
  useEffect(() => {
    before.current = scene
  }, [scene])
  if (seen.current === 'entering') seen.current = scene
  useChangeOfScene(
    scene === 'entering' ? seen.current : scene,
    // Whoever has just come hears where they are by the heading, to which the focus goes.
    scene === 'waiting' || before.current === 'entering'
      ? ''
      : scene === 'ended'
        ? t('session-ended')
        : running && session
          ? [
              passage ? t(`passage-${passage}`, { title: stage.activity.title }) : '',
              t('new-activity', { index: session.index + 1, count: session.count }),
            ]
              .filter(Boolean)
              .join(' ')
          : t(before.current === 'waiting' ? 'let-in' : 'back-in-lobby'),
    heading,
  )

  const words = kept.isAny ? (
    <Suspense fallback={null}>
      <KeptWords begunIn={kept.begunIn} />
    </Suspense>
  ) : null
  if (over && (bye === 'left' || bye === 'erased'))
    return (
      <Suspense fallback={<Loading>{t('forgetting')}</Loading>}>
        <Left session={sessionId} why={bye} title={title} />
      </Suspense>
    )
  if (over && bye)
    return (
      <>
        <ClosedPage
          why={bye === 'removed' && outside !== null ? 'refused' : closedAfter(bye)}
          session={sessionId}
          title={title}
          harvest={session?.harvestShared ? at(`/harvest/${sessionId}`) : undefined}
        />
        {words ? <div className={css['main']}>{words}</div> : null}
      </>
    )
  if (scene === 'waiting' && outside !== null)
    return (
      <Suspense fallback={<Loading>{atDoor('entering')}</Loading>}>
        <WaitingPage why={outside} title={title} />
      </Suspense>
    )
  if (session === null || me === null) return <OnTheWayIn>{atDoor('entering')}</OnTheWayIn>
  return (
    <div className={css['shell']}>
      <a href="#content" className={css['skip']}>
        {t('skip-link')}
      </a>
      <ShellBar session={session} me={me} activity={running ? stage.activity : null} passage={passage} />
      <main id="content" className={css['main']}>
        <UpdateNotice />
        {words}
        {scene === 'ended' ? (
          <Ended session={session} heading={heading} />
        ) : running ? (
          <ActivityScene key={stage.activity.id} stage={stage} session={session} heading={heading} />
        ) : (
          <Lobby session={session} me={me} heading={heading} />
        )}
      </main>
      {running && isTouched ? (
        <Suspense fallback={null}>
          <EndOfTime key={stage.activity.id} activity={stage.activity} />
        </Suspense>
      ) : null}
      <Reactions />
    </div>
  )
}
