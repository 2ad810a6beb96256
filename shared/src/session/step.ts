import type { Viewer } from '../people/person.ts'
import type { Command } from './commands.ts'
import type { Kinds } from './moment.ts'
import type { SessionState } from './state.ts'

export interface Occasion {
  readonly kinds: Kinds
  /** Server time, ms. */
  readonly at: number
  /** null: the server itself. */
  readonly actor: Viewer | null
}

/** A new state, and the command that takes it back when that is possible. */
export interface Step {
  readonly state: SessionState
  readonly inverse?: Command
}
