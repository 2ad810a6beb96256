/**
 * Is everything that was written here safe on the server? Counted, not guessed: the server says how many update messages
 * of this connection it has dealt with, and we know how many we have sent.
 */
export type Saved =
  /** Everything is committed on the server. */
  | 'saved'
  | 'saving'
  /** No connection: kept on this device. */
  | 'offline'
  /** The server did not take it (the wall was locked meanwhile): kept on this device. */
  | 'refused'
  /** The server has more documents open than it can hold: kept on this device, and sent a little later. */
  | 'busy'
  /** What the server has of it is damaged: it cannot be opened. What is written here is kept on this device. */
  | 'unreadable'

/** Not on its way, and not for want of a network, which is told for the whole page. */
export const isTrouble = (saved: Saved): boolean =>
  saved === 'refused' || saved === 'busy' || saved === 'unreadable'

export interface Saving {
  readonly connected: boolean
  /** There has been a connection: before the first one it is on its way, and not yet missing. */
  readonly met: boolean
  /** A connection ended, does not answer, or could not be made in good time. */
  readonly lost: boolean
  /** Update messages sent on this connection. */
  readonly sent: number
  /** Of those, dealt with by the server. */
  readonly dealtWith: number
  /** Number of the message that carried all we had and the server lacked; 0: not sent yet on this connection. */
  readonly caughtUpBy: number
  readonly refused: boolean
  /** Why the server does not open it; null: it does, as far as is known. */
  readonly closed: 'busy' | 'unreadable' | null
  /** Something was changed here since everything was last known to be saved. */
  readonly changed: boolean
}

export type SavingEvent =
  | 'connected'
  | 'disconnected'
  /** No answer for a while, or no connection at first: the line may be dead without anybody having said so. */
  | 'stalled'
  /** A change was made here, and sent if we are connected. */
  | 'changed'
  /** The server asked for what it lacks, and was sent it. */
  | 'caught-up'
  /** The server did not take an update. */
  | 'refused'
  /** The server does not open it now, or at all. */
  | 'busy'
  | 'unreadable'
  | { readonly dealtWith: number }

export const startSaving: Saving = {
  connected: false,
  met: false,
  lost: false,
  sent: 0,
  dealtWith: 0,
  caughtUpBy: 0,
  refused: false,
  closed: null,
  changed: false,
}

const isComplete = (saving: Saving): boolean =>
  saving.connected && saving.caughtUpBy > 0 && saving.dealtWith >= saving.sent && !saving.refused

const settle = (saving: Saving): Saving => (isComplete(saving) ? { ...saving, changed: false } : saving)

export function follow(saving: Saving, event: SavingEvent): Saving {
  switch (event) {
    case 'connected':
      // What was refused is offered again with the next catch-up, and refused again if need be.
      return { ...startSaving, connected: true, met: true, changed: saving.changed, closed: saving.closed }
    case 'disconnected':
      return {
        ...saving,
        connected: false,
        lost: saving.met || saving.lost,
        sent: 0,
        dealtWith: 0,
        caughtUpBy: 0,
      }
    case 'stalled':
      return { ...saving, lost: true }
    case 'changed':
      return { ...saving, changed: true, sent: saving.connected ? saving.sent + 1 : 0 }
    case 'caught-up':
      return { ...saving, sent: saving.sent + 1, caughtUpBy: saving.sent + 1, refused: false, closed: null }
    case 'refused':
      return { ...saving, refused: true }
    case 'busy':
    case 'unreadable':
      return { ...saving, closed: event }
    default:
      return settle({
        ...saving,
        lost: !saving.connected,
        dealtWith: Math.max(saving.dealtWith, event.dealtWith),
      })
  }
}

export const savedOf = (saving: Saving): Saved =>
  saving.closed ??
  (saving.refused ? 'refused' : saving.lost ? 'offline' : isComplete(saving) ? 'saved' : 'saving')
