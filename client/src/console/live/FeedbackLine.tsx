import { useEffect } from 'react'
import { classNames } from '../../styles/class-names.ts'
import { Button } from '../../ui/Button.tsx'
import { useConsole } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import css from './FeedbackLine.module.css'
import { holdFeedback, useFeedback } from './feedback.ts'
import { useUndo } from './use-undo.ts'

/** What became of the last gesture, and the way back while there is one. Its words are read aloud by `announce`. */
export function FeedbackLine({ className }: { readonly className?: string | undefined }) {
  const t = useLiveTexts()
  const { feedback } = useFeedback()
  const undo = useUndo()
  const last = useConsole((c) => c.plan.undo?.seq)
  useEffect(() => () => holdFeedback(false), [])
  if (feedback === null) return null
  const mayUndo = undo !== null && feedback.seq !== undefined && feedback.seq === last
  return (
    // Not keyed: when the gesture is taken back the focus stays here, and the words change under it.
    // biome-ignore lint/a11y/useSemanticElements: no form, and no fieldset's looks
    <div
      role="group"
      aria-label={feedback.text}
      className={classNames(css['feedback'], css[feedback.tone], className)}
      tabIndex={-1}
      onFocus={() => holdFeedback(true)}
      onBlur={() => holdFeedback(false)}
    >
      <span key={feedback.count} aria-hidden="true" className={css['words']}>
        {feedback.text}
      </span>
      {mayUndo ? (
        <Button
          size="s"
          className={css['undo']}
          aria-label={t('undoThis', { what: undo.label })}
          onClick={(event) => {
            event.currentTarget.parentElement?.focus()
            undo.run()
          }}
        >
          {t('undo')}
        </Button>
      ) : null}
    </div>
  )
}
