import { NOTE_COLOURS } from '@escale/shared'
import { useId } from 'react'
import { classNames } from '../../styles/class-names.ts'
import css from './ColourPicker.module.css'
import { useMeanings } from './categories.tsx'
import card from './NoteCard.module.css'
import { useWallTexts } from './texts.ts'

interface ColourPickerProps {
  readonly value: number
  readonly onChange: (colour: number) => void
  /** What is wrong, in words; absent: nothing is. */
  readonly error?: string | undefined
}

/** The papers to choose from, by what they mean where they mean something: radio buttons, so that arrows work and names are read. */
export function ColourPicker({ value, onChange, error }: ColourPickerProps) {
  const t = useWallTexts()
  const id = useId()
  const meanings = useMeanings()
  if (meanings.size > 0)
    return (
      <fieldset
        className={css['picker']}
        data-choice="category"
        aria-describedby={error === undefined ? undefined : `${id}-error`}
      >
        <legend className={css['legend']}>{t('category')}</legend>
        {error === undefined ? null : (
          <p id={`${id}-error`} role="alert" className={css['error']}>
            {error}
          </p>
        )}
        {[...meanings].map(([colour, { letter, label }]) => (
          <label key={colour} className={classNames(css['meaning'], card[`paper${colour}`])}>
            <input
              type="radio"
              name={id}
              className={css['input']}
              checked={value === colour}
              onChange={() => onChange(colour)}
            />
            <span aria-hidden="true" className={css['letter']}>
              {letter}
            </span>
            <bdi>{label || letter}</bdi>
          </label>
        ))}
      </fieldset>
    )
  return (
    <fieldset className={classNames(css['picker'], css['papers'])}>
      <legend className={css['legend']}>{t('colour')}</legend>
      {NOTE_COLOURS.map((colour, index) => (
        <label
          key={colour.id}
          className={classNames(css['swatch'], card[`paper${index}`])}
          title={t(colour.id)}
        >
          <input
            type="radio"
            name={id}
            className={css['input']}
            checked={value === index}
            aria-label={t(colour.id)}
            onChange={() => onChange(index)}
          />
        </label>
      ))}
    </fieldset>
  )
}
