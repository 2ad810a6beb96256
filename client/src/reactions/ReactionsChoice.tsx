import { REACTIONS } from '@escale/shared'
import { useSignal } from '../activities/kit/company.ts'
import { EMOJI } from './emoji.ts'
import css from './ReactionsChoice.module.css'
import { useReactionTexts } from './texts.ts'

interface ReactionsChoiceProps {
  readonly label: string
}

/** What one may give, one button each. */
export function ReactionsChoice({ label }: ReactionsChoiceProps) {
  const t = useReactionTexts()
  const signal = useSignal()
  return (
    <fieldset className={css['choice']} aria-label={label}>
      {REACTIONS.map((reaction) => (
        <button
          key={reaction}
          type="button"
          className={css['reaction']}
          aria-label={t(reaction)}
          title={t(reaction)}
          onClick={() => signal({ type: 'react', reaction })}
        >
          {EMOJI[reaction]}
        </button>
      ))}
    </fieldset>
  )
}
