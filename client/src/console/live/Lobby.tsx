import { lazy, Suspense, useRef, useState } from 'react'
import { isNew, noLongerNew } from '../../app/handover.ts'
import { useSessionTime } from '../../time/session-time.ts'
import { useConsole, useSessionId } from '../session.ts'
import { Invitation } from '../share/Invitation.tsx'
import { useLiveTexts } from '../texts/live.ts'
import css from './Lobby.module.css'

// Needed once in the life of a session.
const KeepIt = lazy(async () => ({ default: (await import('./KeepIt.tsx')).KeepIt }))

/** Before the start: the invitation at hand, and who has come. */
export function Lobby() {
  const t = useLiveTexts()
  const time = useSessionTime()
  const id = useSessionId()
  const [isFresh, setFresh] = useState(() => isNew(id))
  const heading = useRef<HTMLHeadingElement>(null)
  const kept = () => {
    noLongerNew(id)
    setFresh(false)
    heading.current?.focus()
  }
  const startsAt = useConsole((c) => c.session.startsAt)
  const isEmpty = useConsole((c) => c.plan.workshop.plan.length === 0)
  return (
    <article className={css['lobby']}>
      {isFresh ? (
        <Suspense fallback={null}>
          <KeepIt onDone={kept} />
        </Suspense>
      ) : null}
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {t(isEmpty ? 'emptyPlan' : 'lobbyTitle')}
        </h2>
        <p className={css['hint']}>{t(isEmpty ? 'emptyPlanHint' : 'lobbyHint')}</p>
        {startsAt === null ? null : (
          <p className={css['starts']}>{t('startsAt', { time: time.hourAndZone(startsAt) })}</p>
        )}
      </header>
      <Invitation />
    </article>
  )
}
