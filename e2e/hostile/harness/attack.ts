import type { RealServer, ServerSettings } from '../../fixtures/server.ts'
import type { Stage } from './stage.ts'

/** What nobody else may notice of an attack. */
export interface Bars {
  /** Clock answers, p99, ms. */
  readonly clockMs: number
  /** From the writing of a note until somebody else sees it, p99, ms. */
  readonly noteMs: number
  /** More memory than before, MiB. */
  readonly memoryMiB: number
  /** More in the data folder than before, MiB. */
  readonly diskMiB: number
}

export const BARS: Bars = { clockMs: 100, noteMs: 500, memoryMiB: 400, diskMiB: 64 }

export interface Arena {
  readonly server: RealServer
  /** The session that is attacked; its wall is open and the bystanders write there. */
  readonly stage: Stage
  /** Says what went wrong beside what the bystanders see. */
  complain(what: string): void
}

/** A part of the built server's text, and what stands in its place: the guard is gone. */
export interface Edit {
  /** Must be found, or the plant says that it has withered. */
  readonly find: string | RegExp
  readonly put: string
}

export interface Plant {
  /** The guard that is taken away, in words. */
  readonly fault: string
  /** Files in `plants`, without `.cjs`, that Node loads before the server. */
  readonly load?: readonly string[]
  readonly edits?: readonly Edit[]
  readonly env?: Readonly<Record<string, string>>
  /** What the complaints must then say. */
  readonly caught: RegExp
}

export interface Attack {
  /** The name of its file. */
  readonly id: string
  /** What is done. */
  readonly title: string
  /** The rule of docs/spec that it tries. */
  readonly rule: string
  readonly by:
    | 'stranger'
    | 'participant'
    | 'ghosts'
    | 'facilitator'
    | 'screen'
    | 'former facilitator'
    | 'nobody'
  /** It needs a server of its own, begun like this. */
  readonly house?: ServerSettings
  readonly bars?: Partial<Bars>
  /** Why it is not played in the short form. */
  readonly longOnly?: string
  /** Planted in the short form, too. */
  readonly plantAlways?: true
  /** What the plant spoils takes a while to be seen. */
  readonly plantLongOnly?: true
  readonly plant: Plant
  play(arena: Arena): Promise<void>
}

export const attack = (it: Attack): Attack => it
