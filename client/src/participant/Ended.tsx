import type { SessionSlice } from '@escale/shared'
import { NotebookText } from 'lucide-react'
import { type RefObject, useState } from 'react'
import { at } from '../app/addresses.ts'
import { useLive } from '../stores/live-context.ts'
import { Button, buttonClass } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Voyage } from '../ui/Voyage.tsx'
import css from './Lobby.module.css'
import { useLobbyTexts } from './lobby-texts.ts'
import { OwnDialog } from './OwnDialog.tsx'
import { useOwn } from './use-own.ts'

interface EndedProps {
  readonly session: SessionSlice
  readonly heading: RefObject<HTMLHeadingElement | null>
}

/** After the end: thanks, the récolte when it is shared, and what is one's own. */
export function Ended({ session, heading }: EndedProps) {
  const t = useLobbyTexts()
  const { sessionId } = useLive()
  const hasOwn = useOwn().length > 0
  const [isReading, setReading] = useState(false)
  return (
    <div className={css['lobby']}>
      <Voyage className={css['drawing']} />
      <h1 ref={heading} tabIndex={-1}>
        {t('ended-title')}
      </h1>
      <p className={css['waiting']}>{t('ended-text', { title: session.title })}</p>
      <p>{t(session.harvestShared ? 'ended-harvest' : 'ended-no-harvest')}</p>
      {session.harvestShared || hasOwn ? (
        <div className={css['actions']}>
          {session.harvestShared ? (
            <a href={at(`/harvest/${sessionId}`)} className={buttonClass('primary')}>
              {t('harvest')}
            </a>
          ) : null}
          {hasOwn ? (
            <Button onClick={() => setReading(true)}>
              <Icon of={NotebookText} />
              {t('my-texts')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {hasOwn ? <p className={css['count']}>{t('my-texts-stay')}</p> : null}
      <OwnDialog which={isReading ? 'texts' : null} onClose={() => setReading(false)} />
    </div>
  )
}
