import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { classNames } from '../styles/class-names.ts'
import { Button, type ButtonProps } from './Button.tsx'
import css from './Menu.module.css'

export interface MenuItem {
  readonly key: string
  readonly label: ReactNode
  readonly icon?: ReactNode
  readonly onSelect: () => void
  readonly disabled?: boolean
  readonly tone?: 'danger'
}

export interface MenuProps {
  /** What the button shows. */
  readonly children: ReactNode
  /** The button's name when `children` is only an icon. */
  readonly label?: string
  readonly items: readonly MenuItem[]
  readonly variant?: ButtonProps['variant']
  readonly size?: ButtonProps['size']
  readonly square?: boolean
  /** Which edge of the button the menu is aligned to. */
  readonly align?: 'start' | 'end'
  /** Where there is room: above, for a button at the foot of the page. */
  readonly placement?: 'below' | 'above'
}

const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** A button that opens a list of actions: arrows, Home and End move, Escape closes and gives the focus back. */
export function Menu({
  children,
  label,
  items,
  variant = 'quiet',
  size = 'm',
  square = false,
  align = 'end',
  placement = 'below',
}: MenuProps) {
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)

  const entries = () => [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }

  useEffect(() => {
    if (!open) return
    root.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus()
    const outside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [open])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      close()
      return
    }
    const move = MOVES[event.key]
    const found = entries()
    if (!move || found.length === 0) return
    event.preventDefault()
    const at = found.findIndex((entry) => entry.matches(':focus'))
    found[move(at, found.length)]?.focus()
  }

  return (
    <div ref={root} className={css['root']}>
      <Button
        ref={button}
        variant={variant}
        size={size}
        square={square}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {children}
      </Button>
      {open ? (
        <div
          id={id}
          role="menu"
          tabIndex={-1}
          className={classNames(css['menu'], css[align], css[placement])}
          onKeyDown={onKeyDown}
        >
          {items.map((item) => (
            <button
              key={item.key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={item.disabled || undefined}
              className={classNames(css['item'], item.tone && css[item.tone])}
              onClick={() => {
                if (item.disabled) return
                close()
                item.onSelect()
              }}
            >
              {item.icon}
              <span>{item.label}</span>
            </button>
          ))}
        </div>
      ) : null}
    </div>
  )
}
