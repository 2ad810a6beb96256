import type { IdentityMode } from '@escale/shared'
import css from './ModeChoice.module.css'
import { useJoinTexts } from './texts.ts'

interface ModeChoiceProps {
  readonly modes: readonly IdentityMode[]
  readonly mode: IdentityMode
  readonly onChange: (mode: IdentityMode) => void
}

/**
 * How one will appear, in a line that opens to the other ways there are: most people give their first name, and on a phone the
 * way in must be in sight. One way only: that is said, not asked.
 */
export function ModeChoice({ modes, mode, onChange }: ModeChoiceProps) {
  const t = useJoinTexts()
  if (modes.length === 1) return <p className={css['only']}>{t(`${mode}-text`)}</p>
  return (
    <details className={css['choice']}>
      <summary className={css['summary']}>
        <span className={css['now']}>{t(`${mode}-text`)}</span>{' '}
        <span className={css['else']}>{t('how-else')}</span>
      </summary>
      <fieldset className={css['modes']}>
        <legend className={css['legend']}>{t('how-title')}</legend>
        {modes.map((one) => (
          <label key={one} className={css['mode']}>
            <input
              type="radio"
              name="mode"
              value={one}
              checked={one === mode}
              // By one of its two texts: what describes it is read once.
              aria-labelledby={`mode-${one}`}
              aria-describedby={`mode-${one}-text`}
              onChange={() => onChange(one)}
            />
            <span>
              <span id={`mode-${one}`} className={css['name']}>
                {t(one)}
              </span>
              <span id={`mode-${one}-text`} className={css['text']}>
                {t(`${one}-text`)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
    </details>
  )
}
