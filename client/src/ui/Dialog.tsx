import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { classNames } from '../styles/class-names.ts'
import { Button } from './Button.tsx'
import { closesOnBack } from './back-closes.ts'
import css from './Dialog.module.css'
import { Icon } from './Icon.tsx'
import { useUiTexts } from './texts.ts'

export interface DialogProps {
  readonly open: boolean
  /** Escape, the close button, Back, or a press beside it. */
  readonly onClose: () => void
  readonly title: ReactNode
  readonly children: ReactNode
  /** The buttons below; the first one in reading order is the main one. */
  readonly footer?: ReactNode
  readonly width?: 'narrow' | 'wide'
}

const FIELD = ['input', 'select', 'textarea']
  .map((field) => `${field}:not(:disabled, [readonly], details:not([open]) *)`)
  .join()

/**
 * Where one begins: in the first field; where one is only asked, at what changes nothing, which comes last; else at the title,
 * to read on. Never on the way out.
 */
function beginIn(dialog: HTMLDialogElement): void {
  if (dialog.querySelector('[autofocus]')) return
  const [header, body, footer] = dialog.firstElementChild?.children ?? []
  const choices = [...(footer?.querySelectorAll<HTMLElement>('button, a[href]') ?? [])]
  const first =
    body?.querySelector<HTMLElement>(FIELD) ??
    (choices.length > 1 ? choices.at(-1) : undefined) ??
    header?.querySelector<HTMLElement>('h2')
  first?.focus()
}

/** The browser's own modal dialog: it keeps the focus inside and gives it back to whoever opened it. */
export function Dialog({ open, ...rest }: DialogProps) {
  // Mounted only while open, so that what was typed in it does not linger.
  return open ? <OpenDialog {...rest} /> : null
}

function OpenDialog({ onClose, title, children, footer, width = 'narrow' }: Omit<DialogProps, 'open'>) {
  const t = useUiTexts()
  const id = useId()
  const ref = useRef<HTMLDialogElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => closesOnBack(() => close.current()), [])

  useEffect(() => {
    const dialog = ref.current
    const opener = document.activeElement
    if (dialog && !dialog.open) {
      dialog.showModal()
      beginIn(dialog)
    }
    return () => {
      dialog?.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Escape, which arrives as `cancel`
    <dialog
      ref={ref}
      aria-labelledby={id}
      className={classNames(css['dialog'], css[width])}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose()
      }}
    >
      <div className={css['sheet']}>
        {/* No landmarks of their own: a dialog may stand inside the page's. */}
        <div className={css['header']}>
          <h2 id={id} tabIndex={-1} className={css['title']}>
            {title}
          </h2>
          <Button variant="quiet" square aria-label={t('close')} onClick={onClose}>
            <Icon of={X} />
          </Button>
        </div>
        <div className={css['body']}>{children}</div>
        {footer ? <div className={css['footer']}>{footer}</div> : null}
      </div>
    </dialog>
  )
}
