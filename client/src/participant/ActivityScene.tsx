import type { SessionSlice } from '@escale/shared'
import type { RefObject } from 'react'
import { KindSurface } from '../activities/KindSurface.tsx'
import { useWritten } from '../activities/kit/place.ts'
import type { Stage } from '../activities/kit/views.ts'
import { WhileInstructed } from '../activities/kit/WhileInstructed.tsx'
import { classNames } from '../styles/class-names.ts'
import { drawnText } from '../ui/drawn-text.ts'
import { Markdown } from '../ui/Markdown.tsx'
import css from './ActivityScene.module.css'
import { useParticipantTexts } from './texts.ts'

interface ActivitySceneProps {
  readonly stage: Stage<unknown>
  readonly session: SessionSlice
  readonly heading: RefObject<HTMLHeadingElement | null>
}

/** A longer title is set smaller, so that what one is to do is in sight on a phone. */
const TITLE_LONG_CHARS = 45

/** One activity: its title, what is asked, and the one thing to do. */
export function ActivityScene({ stage, session, heading }: ActivitySceneProps) {
  const t = useParticipantTexts()
  const { title, instructions } = stage.activity
  const written = useWritten()
  return (
    <>
      <div className={css['opening']}>
        <p className={css['place']}>{t('of-count', { index: session.index + 1, count: session.count })}</p>
        <h1
          ref={heading}
          tabIndex={-1}
          {...written}
          className={classNames(css['title'], title.length > TITLE_LONG_CHARS && css['long'])}
        >
          {drawnText(title)}
        </h1>
        {instructions.trim() ? (
          <WhileInstructed activity={stage.activity}>
            <Markdown text={instructions} topLevel={2} className={css['instructions']} />
          </WhileInstructed>
        ) : null}
      </div>
      <div className={css['kind']}>
        <KindSurface surface="Participant" stage={stage} />
      </div>
    </>
  )
}
