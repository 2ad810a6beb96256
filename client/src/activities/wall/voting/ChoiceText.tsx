import { type Choice, choiceText } from '@escale/shared/activities/wall'
import { useWritten } from '../../kit/place.ts'
import css from './ChoiceText.module.css'
import { usePaneTexts } from './pane-texts.ts'

interface ChoiceTextProps {
  readonly choice: Choice
  /** A longer text is told in its beginning; absent: all of it. */
  readonly most?: number
}

/** What is voted for, in words: a note's, or a stack's title and how many notes it holds. */
export function ChoiceText({ choice, most = Number.POSITIVE_INFINITY }: ChoiceTextProps) {
  const written = useWritten()
  const t = usePaneTexts()
  const text = choiceText(choice)
  return (
    <>
      <span {...written} className={css['text']}>
        {text.length > most ? `${text.slice(0, most)}…` : text}
      </span>
      {choice.stack === null ? null : (
        <span className={css['stack']}>{t('stack', { count: choice.notes.length })}</span>
      )}
    </>
  )
}
