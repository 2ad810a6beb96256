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
  /** What it tells of, in the session's log: can be taken back at once while it is the last. Absent: nothing. */
  readonly seq?: number
}

/** How long a word stays beside the actions, ms: long enough to see a slip and to take it back. */
const SHOWN_MS = 8_000
/** An answer that takes longer than this is worth a word, ms. */
const PATIENCE_MS = 1_200

export const useFeedback = create<{ readonly feedback: Feedback | null }>(() => ({ feedback: null }))

let clearing: ReturnType<typeof setTimeout> | undefined
let isHeld = false

function clearLater(): void {
  clearTimeout(clearing)
  if (!isHeld) clearing = setTimeout(() => useFeedback.setState({ feedback: null }), SHOWN_MS)
}

/** While the focus is in it, a word stays: it must not go away under somebody's hand. */
export function holdFeedback(on: boolean): void {
  isHeld = on
  clearLater()
}

/** Says something beside the actions, and to screen readers. `seq`: what of the log it tells of. */
export function tell(text: string, tone: Feedback['tone'] = 'done', seq?: number): void {
  clearTimeout(clearing)
  useFeedback.setState(({ feedback }) => ({
    feedback: { text, tone, count: (feedback?.count ?? 0) + 1, ...(seq === undefined ? {} : { seq }) },
  }))
  if (tone === 'waiting') return
  announce(text)
  clearLater()
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
    else if (outcome.ok && done !== undefined) tell(done, 'done', outcome.value.seq)
    else
      useFeedback.setState(({ feedback }) => ({ feedback: feedback?.tone === 'waiting' ? null : feedback }))
    return outcome
  }
}
