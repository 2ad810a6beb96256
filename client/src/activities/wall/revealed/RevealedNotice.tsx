import { useEffect } from 'react'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useRevealedTexts } from './texts.ts'

interface RevealedNoticeProps {
  /** How many of the notes are one's own. */
  readonly mine: number
  readonly onKnow: () => void
  /** The same, by the notice's own button, which goes with it. */
  readonly onRead: () => void
  /** What is to be sent once that is confirmed; null: nothing waits. */
  readonly waiting: (() => void) | null
  readonly onAnswered: () => void
}

/** What one wrote for oneself is everybody's now: said, and asked once before more is sent. */
export default function RevealedNotice({ mine, onKnow, onRead, waiting, onAnswered }: RevealedNoticeProps) {
  const t = useRevealedTexts()
  const yours = mine > 0 ? t('yours', { count: mine }) : ''
  const fromNow = t('from-now')
  const words = [t('title'), yours, fromNow].filter(Boolean).join('. ').replaceAll('..', '.')
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when it happens
  useEffect(() => announce(words), [])
  return (
    <>
      <Notice tone="warning" title={t('title')}>
        <p>
          {yours} {fromNow}
        </p>
        <Button onClick={onRead}>{t('know')}</Button>
      </Notice>
      <Dialog
        open={waiting !== null}
        title={t('ask-title')}
        onClose={onAnswered}
        footer={
          <>
            <Button
              variant="primary"
              onClick={() => {
                onAnswered()
                onKnow()
                waiting?.()
              }}
            >
              {t('send')}
            </Button>
            <Button variant="quiet" onClick={onAnswered}>
              {t('not-yet')}
            </Button>
          </>
        }
      >
        <p>{fromNow}</p>
      </Dialog>
    </>
  )
}
