import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useLiveTexts } from '../texts/live.ts'

interface ConfirmDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: string
  /** What the button does, in its own words: never « OK ». */
  readonly yes: string
  readonly onYes: () => void
  /** What is to be decided with it. */
  readonly choice?: ReactNode
}

/** Asks before what cannot be taken back, or before what everybody would notice. */
export function ConfirmDialog({ open, onClose, title, children, yes, onYes, choice }: ConfirmDialogProps) {
  const t = useLiveTexts()
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button
            variant="danger"
            onClick={() => {
              onClose()
              onYes()
            }}
          >
            {yes}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <p>{children}</p>
      {choice}
    </Dialog>
  )
}
