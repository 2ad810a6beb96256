import type { Command, Outcome } from '@escale/shared'
import { create } from 'zustand'
import { useRefusalTexts } from '../../i18n/refusal-texts.ts'
import { useSend } from '../../stores/live-context.ts'
import { announce } from '../../ui/announce.ts'
import { useLiveTexts } from '../texts/live.ts'

export interface Feedback {
  readonly text: string
  readonly tone: 'done' | 'waiting' | 'refused'
  /** Changes with each message, so that the same words are seen again. */
  readonly count: number
}

/** How long a word stays beside the actions, ms. */
const SHOWN_MS = 6_000
/** An answer that takes longer than this is worth a word, ms. */
const PATIENCE_MS = 1_200

export const useFeedback = create<{ readonly feedback: Feedback | null }>(() => ({ feedback: null }))

let clearing: ReturnType<typeof setTimeout> | undefined

export function tell(text: string, tone: Feedback['tone'] = 'done'): void {
  clearTimeout(clearing)
  useFeedback.setState(({ feedback }) => ({ feedback: { text, tone, count: (feedback?.count ?? 0) + 1 } }))
  if (tone === 'waiting') return
  announce(text)
  clearing = setTimeout(() => useFeedback.setState({ feedback: null }), SHOWN_MS)
}

/**
 * Sends a command and says what became of it: `done` when it was accepted, the translated refusal when it was not, a
 * word of patience when the network is slow. Never throws.
 */
export function useDo(): (command: Command, done?: string) => Promise<Outcome<{ seq: number }>> {
  const send = useSend()
  const refusalText = useRefusalTexts()
  const t = useLiveTexts()
  return async (command, done) => {
    const waiting = setTimeout(() => tell(t('feedback.sending'), 'waiting'), PATIENCE_MS)
    const outcome = await send(command)
    clearTimeout(waiting)
    // What was given up for want of a connection is said where it stays to be read (ExpiredGestures).
    const isExpired = !outcome.ok && outcome.refusal === 'expired'
    if (!outcome.ok && !isExpired) tell(refusalText(outcome.refusal), 'refused')
    else if (outcome.ok && done !== undefined) tell(done)
    else
      useFeedback.setState(({ feedback }) => ({ feedback: feedback?.tone === 'waiting' ? null : feedback }))
    return outcome
  }
}
