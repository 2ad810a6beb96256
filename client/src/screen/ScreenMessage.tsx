import type { Message } from '@escale/shared'
import { useServerNow } from '../activities/kit/moment.ts'
import css from './ScreenMessage.module.css'
import { useScreenTexts } from './texts.ts'

/** A message stays on the screen this long: nobody there can put it away. */
const SHOWN_MS = 90_000

/** The latest message to everybody, for a while. */
export function ScreenMessage({ messages }: { readonly messages: readonly Message[] }) {
  const t = useScreenTexts()
  const now = useServerNow()
  const last = messages.at(-1)
  if (last === undefined || now === null || now - last.at > SHOWN_MS) return null
  return (
    <div role="status" className={css['message']}>
      <p className={css['from']}>{t('message-from')}</p>
      <p>{last.text}</p>
    </div>
  )
}
