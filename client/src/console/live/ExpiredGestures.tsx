import { useConnection, useLive } from '../../stores/live-context.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useLiveTexts } from '../texts/live.ts'
import css from './ExpiredGestures.module.css'
import { useGestureWords } from './gesture-words.ts'

/** Gestures that were given up because the connection was cut; stays until it has been seen. */
export function ExpiredGestures() {
  const t = useLiveTexts()
  const wordsFor = useGestureWords()
  const { connection } = useLive()
  const expired = useConnection((s) => s.expired)
  if (expired.length === 0) return null
  const words = expired.map((command) => t('gesture.quoted', { what: wordsFor(command) }))
  return (
    <Notice
      tone="warning"
      role="alert"
      className={css['notice']}
      onDismiss={() => connection.setState({ expired: [] })}
    >
      {t('gesture.expired', { count: words.length, what: words.join(', ') })}
    </Notice>
  )
}
