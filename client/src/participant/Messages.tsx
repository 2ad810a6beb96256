import { limits, type Message } from '@escale/shared'
import { Megaphone, X } from 'lucide-react'
import { useServerNow } from '../activities/kit/moment.ts'
import { useWritten } from '../activities/kit/place.ts'
import { useLive, useSession } from '../stores/live-context.ts'
import { Button } from '../ui/Button.tsx'
import { drawnText } from '../ui/drawn-text.ts'
import { Icon } from '../ui/Icon.tsx'
import { useUiTexts } from '../ui/texts.ts'
import { useDismissed } from './dismissed.ts'
import css from './Messages.module.css'
import { useParticipantTexts } from './texts.ts'
import { sourceOf } from './use-hear-messages.ts'

const NONE: readonly never[] = []
const SHOWN = 2

/** What the facilitators say to all, to one's room or to oneself alone: shown until it is put away, old or recalled. `useHearMessages` says it. */
export function Messages() {
  const { sessionId } = useLive()
  const messages = useSession((s) => s.me?.messages ?? NONE)
  const { dismissed, dismiss } = useDismissed(sessionId)
  const unread = messages.filter((m) => !dismissed.includes(m.id)).slice(-SHOWN)
  // Only with something to show does time matter.
  return unread.length === 0 ? null : <Fresh messages={unread} onDismiss={dismiss} />
}

interface FreshProps {
  readonly messages: readonly Message[]
  readonly onDismiss: (id: string) => void
}

function Fresh({ messages, onDismiss }: FreshProps) {
  const written = useWritten()
  const t = useParticipantTexts()
  const ui = useUiTexts()
  const now = useServerNow()
  const shown = messages.filter((m) => now === null || now - m.at < limits.MESSAGE_SHOWN_MS)
  if (shown.length === 0) return null
  return (
    <ul className={css['messages']} aria-label={t('messages')}>
      {shown.map((message) => (
        <li key={message.id} className={css['message']}>
          <Icon of={Megaphone} className={css['icon']} />
          <div className={css['body']}>
            <p className={css['from']}>{t(sourceOf(message))}</p>
            <p {...written} className={css['text']}>
              {drawnText(message.text)}
            </p>
          </div>
          <Button
            variant="quiet"
            square
            aria-label={ui('dismiss')}
            className={css['dismiss']}
            onClick={() => onDismiss(message.id)}
          >
            <Icon of={X} />
          </Button>
        </li>
      ))}
    </ul>
  )
}
