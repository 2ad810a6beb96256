import type { ButtonHTMLAttributes, Ref } from 'react'
import { classNames } from '../styles/class-names.ts'
import css from './Button.module.css'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly size?: 's' | 'm' | 'l'
  /** Something is under way: announced as busy, not clickable, keeps its width and its focus. */
  readonly busy?: boolean
  /** Square, for an icon alone: give an `aria-label`. */
  readonly square?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({
  variant = 'secondary',
  size = 'm',
  busy = false,
  square = false,
  className,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      className={classNames(css['button'], css[variant], css[size], square && css['square'], className)}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  )
}

/** The looks of a button, for a link that goes somewhere. */
export const buttonClass = (
  variant: NonNullable<ButtonProps['variant']> = 'secondary',
  size: NonNullable<ButtonProps['size']> = 'm',
): string => classNames(css['button'], css[variant], css[size])
