import type { LucideIcon } from 'lucide-react'
import { Icon } from '../ui/Icon.tsx'
import css from './Choice.module.css'

interface ChoiceProps {
  readonly title: string
  readonly text: string
  readonly facts?: string
  /** A note in one of the note colours beside it… */
  readonly colour?: number
  /** …or an icon. */
  readonly icon?: LucideIcon
  readonly busy: boolean
  readonly onChoose: () => void
}

const NOTE_COLOURS = 8

/** One way to begin a workshop: a whole line that can be pressed. */
export const Choice = ({ title, text, facts, colour, icon, busy, onChoose }: ChoiceProps) => (
  <li className={css['item']}>
    <button type="button" className={css['choice']} aria-busy={busy || undefined} onClick={onChoose}>
      <span
        aria-hidden="true"
        className={css['mark']}
        style={colour === undefined ? undefined : { background: `var(--note-${colour % NOTE_COLOURS})` }}
      >
        {icon ? <Icon of={icon} /> : null}
      </span>
      <span className={css['words']}>
        <span className={css['title']}>{title}</span>
        <span className={css['text']}>{text}</span>
        {facts ? <span className={css['facts']}>{facts}</span> : null}
      </span>
    </button>
  </li>
)
