import type { ReactNode } from 'react'
import { safeLink } from './safe-link.ts'
import { useUiTexts } from './texts.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface OutsideLinkProps {
  readonly href: string
  readonly children: ReactNode
  readonly className?: string | undefined
}

/** A link that leaves Escale, in a new tab and without telling the other side where from; mere text when it is not safe. */
export function OutsideLink({ href, children, className }: OutsideLinkProps) {
  const t = useUiTexts()
  const safe = safeLink(href)
  if (safe === undefined) return <span className={className}>{children}</span>
  return (
    <a href={safe} target="_blank" rel="noopener noreferrer" className={className}>
      {children}
      <VisuallyHidden> {t('opens-elsewhere')}</VisuallyHidden>
    </a>
  )
}
