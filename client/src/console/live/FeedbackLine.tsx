import { classNames } from '../../styles/class-names.ts'
import css from './FeedbackLine.module.css'
import { useFeedback } from './feedback.ts'

/** What became of the last gesture. Read aloud by `announce`, so this is for the eyes. */
export function FeedbackLine({ className }: { readonly className?: string | undefined }) {
  const { feedback } = useFeedback()
  if (feedback === null) return null
  return (
    <p
      key={feedback.count}
      aria-hidden="true"
      className={classNames(css['feedback'], css[feedback.tone], className)}
    >
      {feedback.text}
    </p>
  )
}
