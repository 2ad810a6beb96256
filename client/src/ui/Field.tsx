import { type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes, useId } from 'react'
import { classNames } from '../styles/class-names.ts'
import css from './Field.module.css'
import { useUiTexts } from './texts.ts'

interface Surround {
  readonly label: ReactNode
  /** Shown under the label, read with the field. */
  readonly hint?: ReactNode
  /** What is wrong, in words; empty or absent: nothing is. */
  readonly error?: ReactNode
  /** Says « facultatif » beside the label. */
  readonly optional?: boolean
  /** The label is read, not seen: only where the context says the same to the eye. */
  readonly hideLabel?: boolean
  readonly className?: string | undefined
}

interface Ids {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** Label, hint and error around a control, tied together for assistive technology. */
export function Labelled({
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  children,
}: Surround & { readonly children: (ids: Ids) => ReactNode }) {
  const t = useUiTexts()
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={classNames(css['field'], className)}>
      <label htmlFor={id} dir="auto" className={classNames(css['label'], hideLabel && css['hidden'])}>
        {label}
        {optional ? <span className={css['optional']}> ({t('optional')})</span> : null}
      </label>
      {hint ? (
        <span id={`${id}-hint`} className={css['hint']}>
          {hint}
        </span>
      ) : null}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error ? (
        <span id={`${id}-error`} className={css['error']}>
          {error}
        </span>
      ) : null}
    </div>
  )
}

export interface FieldProps
  extends Surround,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'id'> {
  readonly ref?: Ref<HTMLInputElement>
}

/** One line of text. */
export function Field({ label, hint, error, optional, hideLabel, className, ...input }: FieldProps) {
  return (
    <Labelled
      {...{ label, hint, error, className }}
      optional={optional ?? false}
      hideLabel={hideLabel ?? false}
    >
      {(ids) => <input dir="auto" type="text" {...input} {...ids} className={css['input']} />}
    </Labelled>
  )
}

export interface TextAreaProps
  extends Surround,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'id'> {
  readonly ref?: Ref<HTMLTextAreaElement>
}

/** Several lines; grows with what is written where the browser can. */
export function TextArea({ label, hint, error, optional, hideLabel, className, ...area }: TextAreaProps) {
  return (
    <Labelled
      {...{ label, hint, error, className }}
      optional={optional ?? false}
      hideLabel={hideLabel ?? false}
    >
      {(ids) => (
        <textarea dir="auto" rows={3} {...area} {...ids} className={classNames(css['input'], css['area'])} />
      )}
    </Labelled>
  )
}
