import { limits, type MessageTo, onlyReceiver, PLENARY, roomNumber } from '@escale/shared'
import { useId, useState } from 'react'
import { v7 } from 'uuid'
import { useLanguage } from '../../i18n/language.ts'
import { useNameOf } from '../../stores/stage.ts'
import { useSessionTime } from '../../time/session-time.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { TypedBefore } from '../../words/TypedBefore.tsx'
import { useTyped } from '../../words/use-typed.ts'
import { focusFirst } from '../focus-first.ts'
import { openRooms } from '../people/filter.ts'
import { useConsole, useRoster } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import { useDo } from './feedback.ts'
import css from './MessageDialog.module.css'

const ALL = 'all'
/** How many of the messages already sent are shown. */
const RECENT = 3

interface MessageDialogProps {
  readonly to: MessageTo | null
  readonly onClose: () => void
}

/** A word to everybody, to one group or to one person. `to` null: closed. */
export function MessageDialog({ to, onClose }: MessageDialogProps) {
  const t = useLiveTexts()
  return (
    <Dialog open={to !== null} onClose={onClose} title={t('messageTitle')}>
      <Composer to={to ?? ALL} onClose={onClose} />
    </Dialog>
  )
}

function Composer({ to: proposed, onClose }: { readonly to: MessageTo; readonly onClose: () => void }) {
  const t = useLiveTexts()
  const receiverName = useReceiverName()
  const run = useDo()
  const form = useId()
  const people = useRoster()
  const [to, setTo] = useState(proposed)
  // What was begun for one person must not be there when one writes to all.
  const only = onlyReceiver(proposed)
  const typed = useTyped(only === undefined ? 'message' : `message-${only}`, '')
  const { text } = typed
  const rooms = openRooms(people.values()).filter((room) => room !== PLENARY)
  const say = text.trim()

  const send = async () => {
    if (say === '') return
    const outcome = await run({ type: 'message', message: v7(), to, text: say }, t('messageSent'))
    if (!outcome.ok) return
    typed.done()
    onClose()
  }

  return (
    <>
      <form
        id={form}
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {typeof to === 'string' && rooms.length > 0 ? (
          <Select
            label={t('messageTo')}
            value={to}
            onChange={setTo}
            options={[ALL, ...rooms].map((room) => ({ value: room, label: receiverName(room) }))}
          />
        ) : null}
        {only === undefined ? null : <p>{t('messageAlone', { name: receiverName(proposed) })}</p>}
        <TextArea
          label={t('messageText')}
          value={text}
          maxLength={limits.MESSAGE_MAX_CHARS}
          ref={focusFirst}
          onChange={(event) => typed.type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
          }}
        />
        <TypedBefore typed={typed} />
        <Button type="submit" variant="primary" disabled={say === ''}>
          {t('messageSend')}
        </Button>
      </form>
      <Recent />
    </>
  )
}

/** To whom a message goes, in words. */
function useReceiverName(): (to: MessageTo) => string {
  const t = useLiveTexts()
  const language = useLanguage()
  const nameOf = useNameOf()
  return (to) => {
    if (to === ALL) return t('messageAll')
    if (typeof to === 'object' && 'person' in to) return nameOf(to.person)
    const numbers = (typeof to === 'string' ? [to] : to.rooms).map((room) => `${roomNumber(room) ?? room}`)
    const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(numbers)
    return numbers.length === 1 ? t('messageGroup', { n: list }) : t('messageGroups', { list })
  }
}

function Recent() {
  const t = useLiveTexts()
  const receiverName = useReceiverName()
  const time = useSessionTime()
  const run = useDo()
  const messages = useConsole((c) => c.plan.messages)
  const recent = messages.slice(-RECENT).reverse()
  if (recent.length === 0) return null
  return (
    <section className={css['recent']}>
      <h3>{t('messageRecent')}</h3>
      <ul>
        {recent.map((m) => (
          <li key={m.id}>
            <span className={css['meta']}>
              {time.hour(m.at)} · {receiverName(m.to)}
            </span>
            <span className={css['text']}>{m.text}</span>
            <Button size="s" variant="quiet" onClick={() => void run({ type: 'retract', message: m.id })}>
              {t('messageRetract')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
