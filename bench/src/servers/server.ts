/** What every server under test looks like to a scenario. */

/** The dialect that its clients speak: `bare` is a floor that only passes bytes on. */
export type DialectName = 'y-websocket' | 'hocuspocus' | 'bare'

/** Where one person connects to one document. */
export interface Seat {
  readonly port: number
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** The document's name as far as the dialect says it. */
  readonly document: string
  /** Who writes, as notes name them. */
  readonly person: string
}

export interface EventLoop {
  /** ms beyond what a timer should take. */
  readonly p99: number
  readonly max: number
}

export interface RunningServer {
  readonly pid: number
  readonly port: number
  /** Lets people in: `people` in each of `documents` documents, each with an identity of their own. In document order. */
  invite(documents: number, people: number): Promise<Seat[]>
  /** How late the event loop was since the last time this was asked. */
  eventLoop(): Promise<EventLoop>
  stop(): Promise<void>
}

export interface ServerKind {
  /** Short, as on the command line. */
  readonly name: string
  readonly title: string
  readonly dialect: DialectName
  start(): Promise<RunningServer>
}
