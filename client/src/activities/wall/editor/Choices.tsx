import { type ReactNode, useId } from 'react'
import css from './Choices.module.css'

interface ChoicesProps<Value extends string> {
  readonly legend: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string; readonly picture: ReactNode }[]
  readonly onChange: (value: Value) => void
  /** Everybody sees each change at once: then arrow keys must not pass through all of them on their way to one. */
  readonly isLive?: boolean
  /** In one row where there is room, with pictures as small as stamps. */
  readonly isCompact?: boolean
}

/** One of several, each with a small picture: radio buttons, or, where a choice counts at once, buttons that are pressed. */
export function Choices<Value extends string>({
  legend,
  value,
  options,
  onChange,
  isLive = false,
  isCompact = false,
}: ChoicesProps<Value>) {
  const id = useId()
  return (
    <fieldset className={css['choices']}>
      <legend className={css['legend']}>{legend}</legend>
      <div className={css['options']} data-compact={isCompact || undefined}>
        {options.map((option) => {
          const content = (
            <>
              <span className={css['picture']} aria-hidden="true">
                {option.picture}
              </span>
              <span>{option.label}</span>
            </>
          )
          const isChosen = option.value === value
          return isLive ? (
            <button
              key={option.value}
              type="button"
              className={css['option']}
              aria-pressed={isChosen}
              onClick={() => (isChosen ? undefined : onChange(option.value))}
            >
              {content}
            </button>
          ) : (
            <label key={option.value} className={css['option']}>
              <input
                type="radio"
                name={id}
                className={css['input']}
                checked={isChosen}
                onChange={() => onChange(option.value)}
              />
              {content}
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
