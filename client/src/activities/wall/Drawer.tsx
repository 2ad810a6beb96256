import { type ReactNode, useState } from 'react'
import css from './Drawer.module.css'

interface DrawerProps {
  readonly title: string
  /** What is chosen in it now, told while it is closed too. */
  readonly now?: string
  readonly children: ReactNode
}

/** What is set now and then stands in drawers above the wall, so that the wall itself is in sight; one is open at a time. */
export function Drawer({ title, now, children }: DrawerProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      name="wall-drawers"
      className={css['drawer']}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={css['handle']}>
        {title}
        {now ? <span className={css['now']}>{now}</span> : null}
      </summary>
      {isOpen ? <div className={css['inside']}>{children}</div> : null}
    </details>
  )
}
