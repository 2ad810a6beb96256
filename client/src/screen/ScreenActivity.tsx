import type { SessionSlice } from '@escale/shared'
import type { ReactNode } from 'react'
import { KindSurface } from '../activities/KindSurface.tsx'
import { Countdown } from '../activities/kit/Countdown.tsx'
import { Fit } from '../activities/kit/Fit.tsx'
import { useWritten } from '../activities/kit/place.ts'
import type { Stage } from '../activities/kit/views.ts'
import { WhileInstructed } from '../activities/kit/WhileInstructed.tsx'
import { classNames } from '../styles/class-names.ts'
import { drawnText } from '../ui/drawn-text.ts'
import { Markdown } from '../ui/Markdown.tsx'
import css from './ScreenActivity.module.css'
import { ScreenMessage } from './ScreenMessage.tsx'

/** Longer titles are set smaller, so that what people write keeps the room and two lines hold all of it. */
const TITLE_LONG_CHARS = 45
const TITLE_LONGER_CHARS = 75

interface ScreenActivityProps {
  readonly stage: Stage<unknown>
  readonly session: SessionSlice
  readonly join: ReactNode
  /** How many are here, in words; empty: nobody yet. */
  readonly here: string
}

/** Long instructions are set smaller, in em of the place: nobody can scroll here, and half a line helps nobody. */
const INSTRUCTION_SIZES = [1, 0.86, 0.74, 0.64] as const

/** The running activity: what is asked, how long is left, and what its kind shows. */
export function ScreenActivity({ stage, session, join, here }: ScreenActivityProps) {
  const written = useWritten()
  const { title, instructions } = stage.activity
  return (
    <div className={css['activity']}>
      <header className={css['header']}>
        <div className={css['heading']}>
          <p {...written} className={css['session']}>
            {session.title}
          </p>
          <h1
            {...written}
            className={classNames(
              css['title'],
              title.length > TITLE_LONG_CHARS && css[title.length > TITLE_LONGER_CHARS ? 'longer' : 'long'],
            )}
          >
            {drawnText(title)}
          </h1>
        </div>
        <Countdown activity={stage.activity} exact size="m" className={css['clock']} />
      </header>
      <main className={css['main']}>
        {instructions.trim() ? (
          <WhileInstructed activity={stage.activity}>
            <Fit steps={INSTRUCTION_SIZES} className={css['instructions']}>
              <Markdown text={instructions} topLevel={2} className={css['text']} />
            </Fit>
          </WhileInstructed>
        ) : null}
        <div className={css['kind']}>
          <KindSurface surface="Screen" stage={stage} />
        </div>
      </main>
      <footer className={css['footer']}>
        {join}
        <p className={css['here']}>{here}</p>
        <ScreenMessage messages={stage.me.messages} />
      </footer>
    </div>
  )
}
