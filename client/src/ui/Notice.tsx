import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '../styles/class-names.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import css from './Notice.module.css'
import { useUiTexts } from './texts.ts'

const ICONS = { info: Info, good: CircleCheck, warning: TriangleAlert, danger: CircleAlert } as const

export interface NoticeProps {
  readonly tone?: keyof typeof ICONS
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly onDismiss?: () => void
  /** `alert` is read at once, `status` when the reader pauses; absent: it was there when the page was read. */
  readonly role?: 'alert' | 'status'
  readonly className?: string | undefined
}

/** A word from the product or the facilitator, in the flow of the page. */
export function Notice({ tone = 'info', title, children, onDismiss, role, className }: NoticeProps) {
  const t = useUiTexts()
  return (
    <div role={role} className={classNames(css['notice'], css[tone], className)}>
      <Icon of={ICONS[tone]} className={css['icon']} />
      <div className={css['body']}>
        {title ? <strong className={css['title']}>{title}</strong> : null}
        {children}
      </div>
      {onDismiss ? (
        <Button variant="quiet" square size="s" aria-label={t('dismiss')} onClick={onDismiss}>
          <Icon of={X} />
        </Button>
      ) : null}
    </div>
  )
}
