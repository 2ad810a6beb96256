import { Megaphone, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useLive, useSession } from '../stores/live-context.ts'
import { announce } from '../ui/announce.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useUiTexts } from '../ui/texts.ts'
import { useDismissed } from './dismissed.ts'
import css from './Messages.module.css'
import { useParticipantTexts } from './texts.ts'

const NONE: readonly never[] = []
const SHOWN = 2

/** What the facilitators say to everybody or to one's room: shown until put away, read out once. */
export function Messages() {
  const t = useParticipantTexts()
  const ui = useUiTexts()
  const { sessionId } = useLive()
  const messages = useSession((s) => s.me?.messages ?? NONE)
  const { dismissed, dismiss } = useDismissed(sessionId)
  const heard = useRef<ReadonlySet<string> | null>(null)

  useEffect(() => {
    const fresh = heard.current === null ? [] : messages.filter((m) => !heard.current?.has(m.id))
    heard.current = new Set([...(heard.current ?? []), ...messages.map((m) => m.id)])
    if (fresh.length > 0) announce(`${t('from-facilitators')}. ${fresh.map((m) => m.text).join('. ')}`)
  }, [messages, t])

  const shown = messages.filter((m) => !dismissed.includes(m.id)).slice(-SHOWN)
  if (shown.length === 0) return null
  return (
    <ul className={css['messages']} aria-label={t('messages')}>
      {shown.map((message) => (
        <li key={message.id} className={css['message']}>
          <Icon of={Megaphone} className={css['icon']} />
          <div className={css['body']}>
            <p className={css['from']}>{t('from-facilitators')}</p>
            <p className={css['text']}>{message.text}</p>
          </div>
          <Button
            variant="quiet"
            square
            aria-label={ui('dismiss')}
            className={css['dismiss']}
            onClick={() => dismiss(message.id)}
          >
            <Icon of={X} />
          </Button>
        </li>
      ))}
    </ul>
  )
}
