import type { As } from '@escale/shared'
import type { Browser } from './http.ts'

/** Who sits in which session, with which browser. */
export interface Seat {
  readonly browser: Browser
  readonly session: string
  readonly as: As
  /** null for a screen, and for a facilitator until told. */
  readonly person: string | null
  readonly name: string
  /** Of the secret link by which one can come back, from another device too. */
  readonly secret: string
}
