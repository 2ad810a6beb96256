import {
  type ActivitySlice,
  type Frame,
  type MeSlice,
  type PlanSlice,
  type SessionSlice,
  withChanges,
} from '@escale/shared'

/** All that the server has told, except people, who have their own store. */
export interface Slices {
  readonly session: SessionSlice | null
  /** null: nothing runs. */
  readonly activity: ActivitySlice | null
  readonly me: MeSlice | null
  /** For facilitators. */
  readonly plan: PlanSlice | null
  readonly headcount: { readonly here: number; readonly joined: number } | null
}

export interface Received {
  /** Number of the last frame on this connection; 0: none yet. */
  readonly frame: number
  /** Seq of the log that the slices reflect. */
  readonly seq: number
  readonly slices: Slices
}

export const NO_SLICES: Slices = { session: null, activity: null, me: null, plan: null, headcount: null }
export const NOTHING_RECEIVED: Received = { frame: 0, seq: 0, slices: NO_SLICES }

/** A new connection counts its frames from 1; what is shown stays until the whole frame comes. */
export const newConnection = (received: Received): Received => ({ ...received, frame: 0 })

/** With what has changed in them; what has not stays the same object. */
const changed = (slices: Slices, changes: Frame['changes'] = {}): Slices => ({
  ...slices,
  ...(changes.activity && { activity: withChanges(slices.activity, changes.activity) as ActivitySlice }),
  ...(changes.plan && { plan: withChanges(slices.plan, changes.plan) as PlanSlice }),
})

/** What follows from a frame; `gap`: one was missed, ask for a whole one. A frame seen before changes nothing. */
export function applyFrame(received: Received, frame: Frame): Received | 'gap' {
  if (!frame.whole && frame.frame <= received.frame) return received
  if (!frame.whole && frame.frame !== received.frame + 1) return 'gap'
  const base = frame.whole ? NO_SLICES : changed(received.slices, frame.changes)
  return {
    frame: frame.frame,
    seq: frame.seq,
    slices: {
      session: frame.session ?? base.session,
      activity: frame.activity === undefined ? base.activity : frame.activity,
      me: frame.me ?? base.me,
      plan: frame.plan ?? base.plan,
      headcount: frame.headcount ?? base.headcount,
    },
  }
}
