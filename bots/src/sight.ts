import {
  type ActivitySlice,
  type Frame,
  type MeSlice,
  type PersonId,
  type PersonLine,
  type PlanSlice,
  type SessionSlice,
  withChanges,
} from '@escale/shared'

/** What one connection knows: the frames that it received, put together. */
export interface Sight {
  readonly frame: number
  readonly seq: number
  readonly session: SessionSlice | undefined
  readonly activity: ActivitySlice | null
  readonly me: MeSlice | undefined
  readonly plan: PlanSlice | undefined
  readonly people: ReadonlyMap<PersonId, PersonLine>
  readonly headcount: { readonly here: number; readonly joined: number } | undefined
}

export const NOTHING_SEEN: Sight = {
  frame: 0,
  seq: 0,
  session: undefined,
  activity: null,
  me: undefined,
  plan: undefined,
  people: new Map(),
  headcount: undefined,
}

/** Adds a frame; undefined when frames are missing in between and a whole one must be asked for. */
export function withFrame(sight: Sight, frame: Frame): Sight | undefined {
  if (!frame.whole && frame.frame !== sight.frame + 1) return undefined
  const base = frame.whole ? NOTHING_SEEN : sight
  const people = new Map(frame.people?.whole ? [] : base.people)
  for (const line of frame.people?.set ?? []) people.set(line.id, line)
  for (const id of frame.people?.gone ?? []) people.delete(id)
  return {
    frame: frame.frame,
    seq: frame.seq,
    session: frame.session ?? base.session,
    activity:
      frame.activity === undefined
        ? (withChanges(base.activity, frame.changes?.activity ?? []) as ActivitySlice | null)
        : frame.activity,
    me: frame.me ?? base.me,
    plan: frame.plan ?? (withChanges(base.plan, frame.changes?.plan ?? []) as PlanSlice | undefined),
    people,
    headcount: frame.headcount ?? base.headcount,
  }
}
