/**
 * What was asked and not yet acknowledged. Kept on the device, so that a reload or a phone that sleeps loses nothing; sent
 * again in order when the connection is back; recognised by the server by its id, so that twice is once. A gesture of the
 * moment is the exception: it is given up when its moment has passed (docs/spec/protocol.md, P12).
 */
import {
  type Command,
  type Envelope,
  fitsCommand,
  limits,
  type Receipt,
  type Refusal,
  refuse,
} from '@escale/shared'
import type { Words } from '../words/kept-words.ts'

export interface Waiting {
  readonly envelope: Envelope
  /** Who asked: what one person left behind is never sent as another. */
  readonly person: string
  /** Device time, ms: orders what several tabs left, and tells how old a gesture is. */
  readonly at: number
  /** It left once, and may have arrived. */
  readonly sent?: boolean
  /** What its author would lose if it were refused. */
  readonly words?: Words | undefined
}

/** Where the outbox is kept; keys are command ids. */
export interface OutboxStorage {
  readonly load: () => readonly Waiting[]
  readonly put: (waiting: Waiting) => void
  readonly drop: (id: string) => void
}

export interface OutboxOptions {
  readonly storage: OutboxStorage
  /** Unique to this tab and load: begins the ids of its commands. */
  readonly tab: string
  /** Sends once; resolves with the receipt, or null when none came and it must be sent again. */
  readonly send: (envelope: Envelope) => Promise<Receipt | null>
  readonly now: () => number
  /** What waits has changed; in the order in which it was asked. */
  readonly onWaiting: (commands: readonly Command[]) => void
  /** Whether this command must not be done any more after `GESTURE_WAITS_MS`. */
  readonly isGesture: (command: Command) => boolean
  /** A gesture was given up: its moment passed without a connection. */
  readonly onExpired: (command: Command) => void
  /** What somebody wrote was not taken, now or after a reload, and whoever asked may be gone: it must not be lost. */
  readonly onLost: (waiting: Waiting & { readonly words: Words }, refusal: Refusal) => void
  /** Resolves after so many ms. */
  readonly pause: (ms: number) => Promise<void>
}

export interface Outbox {
  /** Resolves with the server's receipt, however long that takes. Never rejects. */
  readonly post: (command: Command, words?: Words) => Promise<Receipt>
  /** The connection is there and `person` is who we are: sends what waits. */
  readonly open: (person: string) => void
  /** The connection is gone. */
  readonly close: () => void
  /** Gives up everything that waits (one was removed, the session is gone). */
  readonly abandon: () => void
}

const TOO_FAST_MS = 2_000
/** What waits longer than this was meant for another day. */
const WAITS_MAX_MS = 24 * 60 * 60 * 1_000
const byAge = (a: Waiting, b: Waiting): number => a.at - b.at

export function createOutbox(options: OutboxOptions): Outbox {
  const { storage, tab, send, now, onWaiting, isGesture, onExpired, onLost, pause } = options
  let waiting: readonly Waiting[] = [...storage.load()].sort(byAge)
  const answers = new Map<string, (receipt: Receipt) => void>()
  let counter = 0
  let lastAt = 0
  /** Which opening of the connection we are in; null: closed. */
  let opening: { readonly person: string } | null = null
  let person = ''

  const tell = () => onWaiting(waiting.map((entry) => entry.envelope.command))

  const settle = (entry: Waiting, receipt: Receipt) => {
    const { id, command } = entry.envelope
    waiting = waiting.filter((w) => w.envelope.id !== id)
    // Kept in its new place before it leaves the old one.
    if (!receipt.ok && entry.words) onLost({ ...entry, words: entry.words }, receipt.refusal)
    storage.drop(id)
    tell()
    answers.get(id)?.(receipt)
    answers.delete(id)
    if (!receipt.ok && receipt.refusal === 'expired') onExpired(command)
  }

  const isPast = ({ envelope, at }: Waiting): boolean =>
    isGesture(envelope.command) && now() - at >= limits.GESTURE_WAITS_MS

  const noteSent = (entry: Waiting) => {
    if (entry.sent || !isGesture(entry.envelope.command)) return
    const noted = { ...entry, sent: true }
    waiting = waiting.map((w) => (w === entry ? noted : w))
    storage.put(noted)
  }

  const transmit = async (entry: Waiting, during: { readonly person: string }) => {
    const past = isPast(entry)
    if (past && !entry.sent) {
      settle(entry, refuse('expired'))
      return
    }
    noteSent(entry)
    const receipt = await send(past ? { ...entry.envelope, late: true } : entry.envelope)
    if (receipt === null) return
    if (!receipt.ok && (receipt.refusal === 'rate-limited' || receipt.refusal === 'busy')) {
      await pause(TOO_FAST_MS)
      const still = waiting.find((w) => w.envelope.id === entry.envelope.id)
      if (still && opening === during) await transmit(still, during)
      return
    }
    settle(entry, receipt)
  }

  /** What was asked before it was known who asks is theirs from now on, and nobody else's. */
  const adopt = (who: string) => {
    waiting = waiting.map((entry) => {
      if (entry.person !== '') return entry
      const theirs = { ...entry, person: who }
      storage.put(theirs)
      return theirs
    })
  }

  /** Gives up the gestures that never left, once their moment has passed. */
  const giveUp = () => {
    if (opening !== null) return
    for (const entry of waiting) if (!entry.sent && isPast(entry)) settle(entry, refuse('expired'))
  }

  for (const entry of waiting) if (now() - entry.at >= WAITS_MAX_MS) settle(entry, refuse('expired'))
  tell()
  return {
    post: (command, words) =>
      new Promise((resolve) => {
        counter += 1
        lastAt = Math.max(now(), lastAt + 1)
        const entry: Waiting = { envelope: { id: `${tab}-${counter}`, command }, person, at: lastAt, words }
        // The server would refuse it, and what is far too large would cut the connection at each return.
        if (!fitsCommand(entry.envelope)) {
          if (words) onLost({ ...entry, words }, 'too-large')
          resolve(refuse('too-large'))
          return
        }
        waiting = [...waiting, entry]
        storage.put(entry)
        answers.set(entry.envelope.id, resolve)
        tell()
        if (isGesture(command)) void pause(limits.GESTURE_WAITS_MS).then(giveUp)
        if (opening) void transmit(entry, opening)
      }),
    open: (who) => {
      const during = { person: who }
      person = who
      opening = during
      adopt(who)
      for (const entry of waiting) {
        if (entry.person === who) void transmit(entry, during)
        else settle(entry, refuse('not-allowed'))
      }
    },
    close: () => {
      opening = null
    },
    abandon: () => {
      opening = null
      for (const entry of waiting) settle(entry, refuse('not-allowed'))
    },
  }
}
