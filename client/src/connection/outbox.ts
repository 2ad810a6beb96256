/**
 * What was asked and not yet acknowledged. Kept on the device, so that a reload or a phone that sleeps loses nothing; sent
 * again in order when the connection is back; recognised by the server by its id, so that twice is once.
 */
import { type Command, type Envelope, fitsCommand, type Receipt, refuse } from '@escale/shared'

export interface Waiting {
  readonly envelope: Envelope
  /** Who asked: what one person left behind is never sent as another. */
  readonly person: string
  /** Device time, ms: only to order what several tabs left. */
  readonly at: number
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
  readonly onPending: (count: number) => void
  /** Waits before a command that came too fast is sent again. */
  readonly pause: (ms: number) => Promise<void>
}

export interface Outbox {
  /** Resolves with the server's receipt, however long that takes. Never rejects. */
  readonly post: (command: Command) => Promise<Receipt>
  /** The connection is there and `person` is who we are: sends what waits. */
  readonly open: (person: string) => void
  /** The connection is gone. */
  readonly close: () => void
  /** Gives up everything that waits (one was removed, the session is gone). */
  readonly abandon: () => void
}

const TOO_FAST_MS = 2_000
const byAge = (a: Waiting, b: Waiting): number => a.at - b.at

export function createOutbox({ storage, tab, send, now, onPending, pause }: OutboxOptions): Outbox {
  let waiting: readonly Waiting[] = [...storage.load()].sort(byAge)
  const answers = new Map<string, (receipt: Receipt) => void>()
  let counter = 0
  let lastAt = 0
  /** Which opening of the connection we are in; null: closed. */
  let opening: { readonly person: string } | null = null
  let person = ''

  const tell = () => onPending(waiting.length)

  const settle = (id: string, receipt: Receipt) => {
    waiting = waiting.filter((w) => w.envelope.id !== id)
    storage.drop(id)
    tell()
    answers.get(id)?.(receipt)
    answers.delete(id)
  }

  const transmit = async (entry: Waiting, during: { readonly person: string }) => {
    const receipt = await send(entry.envelope)
    if (receipt === null) return
    if (!receipt.ok && receipt.refusal === 'rate-limited') {
      await pause(TOO_FAST_MS)
      if (opening === during) await transmit(entry, during)
      return
    }
    settle(entry.envelope.id, receipt)
  }

  tell()
  return {
    post: (command) =>
      new Promise((resolve) => {
        counter += 1
        lastAt = Math.max(now(), lastAt + 1)
        const entry: Waiting = { envelope: { id: `${tab}-${counter}`, command }, person, at: lastAt }
        // The server would refuse it, and what is far too large would cut the connection at each return.
        if (!fitsCommand(entry.envelope)) {
          resolve(refuse('too-large'))
          return
        }
        waiting = [...waiting, entry]
        storage.put(entry)
        answers.set(entry.envelope.id, resolve)
        tell()
        if (opening) void transmit(entry, opening)
      }),
    open: (who) => {
      const during = { person: who }
      person = who
      opening = during
      for (const entry of waiting) {
        if (entry.person === '' || entry.person === who) void transmit(entry, during)
        else settle(entry.envelope.id, refuse('not-allowed'))
      }
    },
    close: () => {
      opening = null
    },
    abandon: () => {
      opening = null
      for (const entry of waiting) settle(entry.envelope.id, refuse('not-allowed'))
    },
  }
}
