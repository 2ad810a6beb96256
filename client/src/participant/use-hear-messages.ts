import { type Message, onlyReceiver } from '@escale/shared'
import { useEffect, useRef } from 'react'
import { useSession } from '../stores/live-context.ts'
import { announce } from '../ui/announce.ts'
import { useParticipantTexts } from './texts.ts'

const NONE: readonly Message[] = []

/** In which words it is said whom a message comes from, and for whom alone it is. */
export const sourceOf = ({ to }: Message) =>
  onlyReceiver(to) === undefined ? 'from-facilitators' : 'for-you-alone'

/** Reads out what the facilitators say from now on, once each. Are there messages at all? */
export function useHearMessages(): boolean {
  const t = useParticipantTexts()
  const messages = useSession((s) => s.me?.messages ?? NONE)
  const heard = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    const fresh = heard.current === null ? [] : messages.filter((m) => !heard.current?.has(m.id))
    heard.current = new Set([...(heard.current ?? []), ...messages.map((m) => m.id)])
    if (fresh.length > 0) announce(fresh.map((m) => `${t(sourceOf(m))}. ${m.text}`).join('. '))
  }, [messages, t])
  return messages.length > 0
}
