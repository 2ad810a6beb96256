/** What the bench and its crowds, which are processes of their own, say to each other. */
import type { DialectName, Seat } from '../servers/server.ts'

export interface WriterSpec {
  /** Over all crowds. */
  readonly index: number
  readonly what: 'notes' | 'moves' | 'bulk'
  /** Updates per second; each at a random moment of its turn. */
  readonly perSecond: number
}

/** What one line will do in the next phase. */
export interface Task {
  readonly writes: number
  /** How many updates of others it will get. */
  readonly expects: number
}

export interface LineSpec {
  readonly seat: Seat
  readonly dialect: DialectName
  readonly writer: WriterSpec | null
  /** Notes when it sees what. */
  readonly observes: boolean
  /** Keeps all bytes to check what they add up to. */
  readonly keeps: boolean
  /** Does not ask for the document: writes without being sent anything. */
  readonly deaf?: boolean
}

export interface Opened {
  readonly joinMs: readonly number[]
  readonly joinBytes: readonly number[]
  /** Marks in the document as given, of observers. */
  readonly joinMarks: readonly number[]
  readonly failures: readonly string[]
}

export interface Sent {
  readonly writer: number
  /** Number of the first update. */
  readonly from: number
  /** When each update was sent, ms. */
  readonly at: readonly number[]
}

export interface Tally {
  readonly delivered: number
  readonly expected: number
  readonly echoed: number
  readonly frames: number
  readonly bytes: number
  readonly lost: readonly string[]
}

/** As columns: millions of small objects are slow to pass on. */
export interface Seen {
  readonly writer: Float64Array
  readonly seq: Float64Array
  readonly at: Float64Array
}

export interface Crowd {
  /** Connects and joins, `atOnce` at a time. */
  open(lines: readonly LineSpec[], atOnce: number): Promise<Opened>
  /** Begins a phase: forgets what was counted, and encodes what will be written. One task a line. */
  prepare(tasks: readonly Task[]): Promise<void>
  /** Everybody writes, from the moment `startAt`. Resolves when all is sent. */
  write(startAt: number): Promise<readonly Sent[]>
  /** Waits until everybody has what they should get, at most so long. */
  drain(withinMs: number): Promise<Tally>
  /** Waits until nothing has arrived for `quietMs`; false when it never stopped. */
  settle(quietMs: number, withinMs: number): Promise<boolean>
  /** Puts notes on the wall, by so many writers, one update each. */
  fill(notes: number, writers: number): Promise<void>
  /** What the observers saw, one entry each. */
  seen(): Promise<readonly Seen[]>
  /** All that those who keep have received, one list each. */
  kept(): Promise<readonly (readonly Uint8Array[])[]>
  /** Everybody stops reading, and stays connected. */
  stall(): Promise<void>
  close(): Promise<void>
}
