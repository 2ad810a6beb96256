import type { SelectHTMLAttributes } from 'react'
import { classNames } from '../styles/class-names.ts'
import fieldCss from './Field.module.css'
import { Labelled } from './Field.tsx'
import css from './Select.module.css'

export interface SelectProps<Value extends string>
  extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value' | 'className' | 'id'> {
  readonly label: string
  readonly hint?: string
  /** What is wrong, in words; absent: nothing is. */
  readonly error?: string | undefined
  readonly hideLabel?: boolean
  readonly className?: string | undefined
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string; readonly disabled?: boolean }[]
  readonly onChange: (value: Value) => void
}

/** The browser's own list: the one that phones and screen readers know best. */
export function Select<Value extends string>({
  label,
  hint,
  error,
  hideLabel,
  className,
  value,
  options,
  onChange,
  ...rest
}: SelectProps<Value>) {
  return (
    <Labelled {...{ label, hint, error, className }} hideLabel={hideLabel ?? false}>
      {(ids) => (
        <select
          {...rest}
          {...ids}
          value={value}
          className={classNames(fieldCss['input'], css['select'])}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}
