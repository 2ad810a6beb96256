import type { Random } from '@escale/shared'
import { type GroupView, SKIP_AFTER_MS } from '@escale/shared/activities/round-table'

/** What of a group a member acts on. */
export type GroupSight = Pick<GroupView, 'key' | 'stage' | 'turn' | 'turnMs' | 'gone' | 'pages'> & {
  readonly seats: readonly Pick<GroupView['seats'][number], 'person' | 'checkedIn' | 'passes'>[]
}

/** Something to do after a while, unless the situation has changed by then. `dueMs` is not shortened by the tempo. */
export interface Intention {
  readonly action: Readonly<Record<string, unknown>>
  readonly fromMs: number
  readonly toMs: number
  readonly dueMs?: number
}

const PASSES = 0.08
/** A group passes the word on when a speaker is silent this long after the end of the turn. */
const PATIENCE_MS = 12_000
/** The rule counts on the server's clock. */
const SKIP_MARGIN_MS = 500

/** What makes a new situation: an intention formed in one is dropped in the next. */
export const situation = (group: GroupSight, me: string): string =>
  JSON.stringify([
    group.key,
    group.pages,
    group.stage,
    group.turn?.person,
    group.turn?.startedAt,
    group.turn?.extraMs,
    group.turn !== null && group.gone.includes(group.turn.person),
    group.seats.find((s) => s.person === me)?.checkedIn,
  ])

/** What this member wants to do now. The first who is present takes the lead; the others only when nobody does. */
export function intention(
  group: GroupSight,
  me: string,
  elapsed: number,
  random: Random,
): Intention | undefined {
  const present = group.seats.filter((s) => !group.gone.includes(s.person))
  const rank = present.findIndex((s) => s.person === me)
  const seat = present[rank]
  if (seat === undefined) return undefined
  const base = { group: group.key }
  const lead = rank * 15_000
  switch (group.stage) {
    case 'check-in':
      if (!seat.checkedIn)
        return { action: { type: 'check-in', ...base, person: me }, fromMs: 1_500, toMs: 9_000 }
      return {
        action: { type: 'begin', ...base },
        fromMs: lead + (present.every((s) => s.checkedIn) ? 1_000 : 14_000),
        toMs: lead + 20_000,
      }
    case 'tour':
      return turnIntention(group, me, rank, elapsed, random)
    case 'again':
      return {
        action: { type: random.next() < 0.5 ? 'offer-again' : 'free-talk', ...base },
        fromMs: lead + 4_000,
        toMs: lead + 10_000,
      }
    case 'free':
      return undefined
  }
}

function turnIntention(
  group: GroupSight,
  me: string,
  rank: number,
  elapsed: number,
  random: Random,
): Intention | undefined {
  const { turn } = group
  if (turn === null) return undefined
  const base = { group: group.key }
  if (turn.person === me) {
    const seat = group.seats.find((s) => s.person === me)
    if (seat?.passes === 0 && random.next() < PASSES)
      return { action: { type: 'pass', ...base, person: me }, fromMs: 2_000, toMs: 5_000 }
    const most = Math.min(75_000, group.turnMs * 0.9)
    return { action: { type: 'done', ...base, speaker: me }, fromMs: most / 4, toMs: most }
  }
  const queue = rank * 3_000
  if (group.gone.includes(turn.person)) {
    const dueMs = Math.max(0, turn.startedAt + SKIP_AFTER_MS + SKIP_MARGIN_MS - elapsed)
    return {
      action: { type: 'skip', ...base, speaker: turn.person },
      fromMs: queue,
      toMs: queue + 2_000,
      dueMs,
    }
  }
  const overrun = turn.startedAt + group.turnMs + turn.extraMs + PATIENCE_MS
  return {
    action: { type: 'done', ...base, speaker: turn.person },
    fromMs: queue,
    toMs: queue + 3_000,
    dueMs: Math.max(0, overrun - elapsed),
  }
}
