import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { at } from '../app/addresses.ts'
import css from './QuietPage.module.css'
import { usePageTitle } from './use-page-title.ts'
import { Voyage } from './Voyage.tsx'
import { Wordmark } from './Wordmark.tsx'

export interface QuietPageProps {
  readonly title: ReactNode
  readonly children?: ReactNode
  /** Buttons and links: what one can do now. */
  readonly actions?: ReactNode
  /** In the top corner: the language, usually. */
  readonly corner?: ReactNode
}

/** A page that says one thing: not found, closed, full, removed, ended… It takes the focus: what was there is gone. */
export function QuietPage({ title, children, actions, corner }: QuietPageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  usePageTitle(typeof title === 'string' ? `${title} · Escale` : '')
  // In the same moment as the page is there: between the two the focus would be nowhere.
  useLayoutEffect(() => heading.current?.focus(), [])
  return (
    <div className={css['page']}>
      <header className={css['header']}>
        <a href={at('/')} className={css['home']}>
          <Wordmark />
        </a>
        {corner}
      </header>
      <main className={css['main']}>
        <Voyage className={css['drawing']} />
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
        {actions ? <div className={css['actions']}>{actions}</div> : null}
      </main>
    </div>
  )
}
