import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { classNames } from '../styles/class-names.ts'
import { Button, type ButtonProps } from './Button.tsx'
import css from './Menu.module.css'
import { placeMenu } from './place-menu.ts'

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
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  const entries = () => [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }

  useLayoutEffect(() => {
    const menu = list.current
    if (!open || !menu) return
    // Above whatever contains it, where the browser can: no panel that scrolls cuts it.
    if ('showPopover' in menu) {
      menu.popover = 'manual'
      menu.showPopover()
    }
    const place = () => {
      if (!button.current) return
      menu.style.maxHeight = ''
      const size = {
        width: menu.offsetWidth,
        height: menu.scrollHeight + menu.offsetHeight - menu.clientHeight,
      }
      const view = { width: document.documentElement.clientWidth, height: window.innerHeight }
      const found = placeMenu(button.current.getBoundingClientRect(), size, view, { align, placement })
      menu.style.left = `${found.left}px`
      menu.style.top = `${found.top}px`
      menu.style.maxHeight = `${found.maxHeight}px`
    }
    place()
    const follow = (event: Event) => {
      if (event.target !== menu) place()
    }
    window.addEventListener('resize', follow)
    document.addEventListener('scroll', follow, true)
    return () => {
      window.removeEventListener('resize', follow)
      document.removeEventListener('scroll', follow, true)
    }
  }, [open, align, placement])

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
        <div ref={list} id={id} role="menu" tabIndex={-1} className={css['menu']} onKeyDown={onKeyDown}>
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
