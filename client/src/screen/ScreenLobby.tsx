import type { SessionSlice } from '@escale/shared'
import { useWritten } from '../activities/kit/place.ts'
import { classNames } from '../styles/class-names.ts'
import { Voyage } from '../ui/Voyage.tsx'
import { JoinAddress, JoinQr, type JoinWay } from './JoinPanel.tsx'
import css from './ScreenLobby.module.css'
import { useScreenTexts } from './texts.ts'

interface ScreenLobbyProps {
  readonly session: SessionSlice
  readonly here: number
  /** null: the door is closed. */
  readonly join: JoinWay | null
}

/** From this length on (characters) a title is set smaller, so that the code below it stays in the picture. */
const LONG_TITLE = 36
const VERY_LONG_TITLE = 64

const titleSize = ({ length }: string): string | undefined =>
  length > VERY_LONG_TITLE ? css['veryLong'] : length > LONG_TITLE ? css['long'] : undefined

/** Before the start, between two activities and after the end. */
export function ScreenLobby({ session, here, join }: ScreenLobbyProps) {
  const written = useWritten()
  const t = useScreenTexts()
  const isOver = session.status === 'ended'
  return (
    <main className={css['lobby']}>
      <div className={css['words']}>
        <p className={css['kicker']}>
          {isOver ? t('ended-text') : join ? t('join-title') : t('door-closed')}
        </p>
        <h1 {...written} className={classNames(css['title'], titleSize(session.title))}>
          {isOver ? t('thanks') : session.title}
        </h1>
        {join ? <JoinAddress {...join} size="large" /> : null}
        <p className={css['here']}>
          {isOver ? session.title : here > 0 ? t('people-here', { count: here }) : t('nobody-yet')}
        </p>
      </div>
      {join ? (
        <div className={css['qr']}>
          <JoinQr session={join.session} />
          <p className={css['scan']}>{t('or-scan')}</p>
        </div>
      ) : (
        <Voyage className={css['drawing']} />
      )}
    </main>
  )
}
