import { limits, type Message } from '@escale/shared'
import { useServerNow } from '../activities/kit/moment.ts'
import { useWritten } from '../activities/kit/place.ts'
import { drawnText } from '../ui/drawn-text.ts'
import css from './ScreenMessage.module.css'
import { useScreenTexts } from './texts.ts'

/** The latest message to everybody, for a while: nobody there can put it away. */
export function ScreenMessage({ messages }: { readonly messages: readonly Message[] }) {
  const written = useWritten()
  const t = useScreenTexts()
  const now = useServerNow()
  const last = messages.at(-1)
  if (last === undefined || now === null || now - last.at >= limits.MESSAGE_SHOWN_MS) return null
  return (
    <div role="status" className={css['message']}>
      <p className={css['from']}>{t('message-from')}</p>
      <p {...written}>{drawnText(last.text)}</p>
    </div>
  )
}
