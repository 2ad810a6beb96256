import type { SessionSlice } from '@escale/shared'
import type { RefObject } from 'react'
import { useLive } from '../stores/live-context.ts'
import { buttonClass } from '../ui/Button.tsx'
import { Voyage } from '../ui/Voyage.tsx'
import css from './Lobby.module.css'
import { useLobbyTexts } from './lobby-texts.ts'

interface EndedProps {
  readonly session: SessionSlice
  readonly heading: RefObject<HTMLHeadingElement | null>
}

/** After the end: thanks, and the récolte when it is shared. */
export function Ended({ session, heading }: EndedProps) {
  const t = useLobbyTexts()
  const { sessionId } = useLive()
  return (
    <div className={css['lobby']}>
      <Voyage className={css['drawing']} />
      <h1 ref={heading} tabIndex={-1}>
        {t('ended-title')}
      </h1>
      <p className={css['waiting']}>{t('ended-text', { title: session.title })}</p>
      <p>{t(session.harvestShared ? 'ended-harvest' : 'ended-no-harvest')}</p>
      {session.harvestShared ? (
        <a href={`/harvest/${sessionId}`} className={buttonClass('primary')}>
          {t('harvest')}
        </a>
      ) : null}
    </div>
  )
}
