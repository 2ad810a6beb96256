import type { Reading, WordRallyView } from '@escale/shared/activities/word-rally'
import type { ReactNode } from 'react'
import { Markdown } from '../../ui/Markdown.tsx'
import { Naming } from '../../ui/ProperName.tsx'
import { Fit } from '../kit/Fit.tsx'
import { useMoment } from '../kit/moment.ts'
import { useWritten } from '../kit/place.ts'
import type { Stage } from '../kit/views.ts'
import css from './Screen.module.css'
import { useRallyTexts } from './texts.ts'
import { type ShownWord, useShownWords } from './use-shown-words.ts'
import { Words } from './Words.tsx'

/** Largest first; in em of the screen's ordinary text. */
const WORD_STEPS = [4.4, 3.8, 3.2, 2.7, 2.2, 1.8, 1.5] as const
const CALM_STEPS = [3, 2.6, 2.2, 1.9, 1.6, 1.35, 1.1] as const
const STORY_STEPS = [1.9, 1.7, 1.5, 1.35, 1.2, 1.05, 0.95, 0.85] as const

/** The words as large as the room needs; then whoever reads. */
export function Screen({ activity, view, nameOf }: Stage<WordRallyView>) {
  const t = useRallyTexts()
  const { elapsed, location } = useMoment(activity, { precise: true })
  const shown = useShownWords(view.words, elapsed)
  if (location.phase.id !== 'sharing')
    return (
      <div className={css['screen']}>
        {view.objective.trim() === '' ? null : (
          <Markdown text={view.objective} topLevel={2} className={css['objective']} />
        )}
        <Fit steps={WORD_STEPS} className={css['words']}>
          <Words shown={shown} toCome={view.wordCount - shown.length} size="huge" />
        </Fit>
      </div>
    )
  return view.called ? (
    <ReadingPage called={view.called} name={nameOf(view.called.person)} shown={shown} />
  ) : (
    <Calm text={view.invitation.trim() || t('invitation')} shown={shown} />
  )
}

interface ReadingPageProps {
  readonly called: Reading
  readonly name: string
  readonly shown: readonly ShownWord[]
}

function ReadingPage({ called, name, shown }: ReadingPageProps) {
  const written = useWritten()
  const t = useRallyTexts()
  const heading = (
    <Naming name={name}>
      {(said) => t(called.mode === 'waiting' ? 'listening-soon' : 'listening-to', { name: said })}
    </Naming>
  )
  return called.mode === 'shown' ? (
    <div className={css['screen']}>
      <p className={css['reader']}>{heading}</p>
      <Fit steps={STORY_STEPS}>
        <p {...written} className={css['story']}>
          {called.story}
        </p>
      </Fit>
    </div>
  ) : (
    <Calm text={heading} shown={shown} />
  )
}

interface CalmProps {
  readonly text: ReactNode
  readonly shown: readonly ShownWord[]
}

/** One sentence, and the words to remember. */
const Calm = ({ text, shown }: CalmProps) => (
  <div className={css['screen']}>
    <Fit steps={CALM_STEPS} className={css['middle']}>
      <p className={css['calm']}>{text}</p>
    </Fit>
    <Words shown={shown} toCome={0} />
  </div>
)
