import { type ReactNode, useId } from 'react'
import { classNames } from '../styles/class-names.ts'
import css from './Switch.module.css'

export interface ToggleProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  readonly className?: string | undefined
}

function Toggle({
  label,
  hint,
  checked,
  onChange,
  disabled,
  className,
  as,
}: ToggleProps & { readonly as: 'switch' | 'checkbox' }) {
  const id = useId()
  return (
    <div className={classNames(css['toggle'], className)}>
      <input
        id={id}
        type="checkbox"
        role={as === 'switch' ? 'switch' : undefined}
        className={css[as]}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <div>
        <label htmlFor={id} className={css['label']}>
          {label}
        </label>
        {hint ? (
          <span id={`${id}-hint`} className={css['hint']}>
            {hint}
          </span>
        ) : null}
      </div>
    </div>
  )
}

/** Takes effect at once. */
export const Switch = (props: ToggleProps) => <Toggle {...props} as="switch" />

/** A choice in a form, or one of a list. */
export const Checkbox = (props: ToggleProps) => <Toggle {...props} as="checkbox" />
