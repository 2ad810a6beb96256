/**
 * What people tell each other in passing: who writes, where a facilitator looks, cursors, applause. It is gone when it has
 * been told: never logged, never stored (docs/spec/protocol.md, P15).
 */
import * as z from 'zod/mini'
import { type ActivityId, Id, type PersonId } from '../ids.ts'
import type { Outcome } from '../outcome.ts'
import { REACTIONS } from './reactions.ts'

/** Farther than anything that can be looked at. */
const FAR = 1_000_000
const coordinate = z.number().check(z.minimum(-FAR), z.maximum(FAR))
const extent = z.number().check(z.minimum(0), z.maximum(FAR))

/**
 * Where somebody looks, in terms that hold on every size of screen: a rectangle in the units of what is looked at, or the
 * first thing in sight and which share of it lies above the edge.
 */
export const SharedLook = z.union([
  z.object({ area: z.object({ x: coordinate, y: coordinate, width: extent, height: extent }) }),
  z.object({ item: Id, above: z.number().check(z.minimum(0), z.maximum(1)) }),
])
export type SharedLook = z.infer<typeof SharedLook>

/** `bring`: everybody's view goes along, until they let go. `offer`: whoever wants to follows. */
export const GuideMode = z.enum(['bring', 'offer'])
export type GuideMode = z.infer<typeof GuideMode>

export const Signal = z.discriminatedUnion('type', [
  /** I am writing; said again while it lasts. */
  z.object({ type: z.literal('writing'), activity: Id }),
  /** A facilitator leads the view of everybody, or (null) nobody does any more. `turn`: by which she knows her own. */
  z.object({ type: z.literal('guide'), activity: Id, mode: z.nullable(GuideMode), turn: Id }),
  /** Where whoever leads looks now. */
  z.object({ type: z.literal('look'), activity: Id, look: SharedLook }),
  /** Where I point; null: nowhere any more. */
  z.object({
    type: z.literal('cursor'),
    activity: Id,
    at: z.nullable(z.object({ x: coordinate, y: coordinate })),
  }),
  z.object({ type: z.literal('react'), reaction: z.enum(REACTIONS) }),
])
export type Signal = z.infer<typeof Signal>

/** Who leads everybody's view. */
export interface Guide {
  readonly turn: string
  readonly mode: GuideMode
  /** null: not told yet. */
  readonly look: SharedLook | null
}

export interface Cursor {
  /** The same for one connection while it lasts; says nothing of the person. */
  readonly key: number
  readonly x: number
  readonly y: number
  /** Only where those who are here are told by name. */
  readonly person?: PersonId
}

/** How many participants are here, and how many people write. */
export interface Attendance {
  readonly here: number
  readonly writing: number
  /** Who writes; empty where nobody is told by name. */
  readonly writers: readonly PersonId[]
}

/** How often each of `REACTIONS` was given since the last time, in this order. */
export type Applause = readonly number[]

/** What is new in passing. What is absent has not changed; another `activity` begins with nothing. */
export interface Company {
  /** What all but `applause` is about; null: nothing runs. */
  readonly activity: ActivityId | null
  readonly attendance?: Attendance
  /** null: nobody leads. */
  readonly guide?: Guide | null
  /** All there are. */
  readonly cursors?: readonly Cursor[]
  /** My own cursor's key. */
  readonly cursor?: number
  readonly applause?: Applause
}

export type SignalAnswer = Outcome<null>
