/** People spread over crowds, and phases in which they write. */
import type { Crowd, LineSpec, Sent, Tally, Task } from '../crowd/messages.ts'
import { now } from '../measure/clock.ts'

/** One person: how they connect, and what they do in a phase of so many seconds. */
export interface Part {
  readonly spec: LineSpec
  readonly task: (seconds: number) => Task
}

const LEAD_MS = 100

const shareOf = <T>(all: readonly T[], crowd: number, crowds: number): T[] =>
  all.filter((_, index) => index % crowds === crowd)

/** @throws Error when somebody cannot join */
export async function openAll(crowds: readonly Crowd[], parts: readonly Part[], atOnce: number) {
  const opened = await Promise.all(
    crowds.map((crowd, c) =>
      crowd.open(
        shareOf(parts, c, crowds.length).map((part) => part.spec),
        Math.ceil(atOnce / crowds.length),
      ),
    ),
  )
  const [failure] = opened.flatMap((o) => o.failures)
  if (failure !== undefined) throw new Error(`somebody could not join: ${failure}`)
  return {
    joinMs: opened.flatMap((o) => o.joinMs),
    joinBytes: opened.flatMap((o) => o.joinBytes),
    joinMarks: opened.flatMap((o) => o.joinMarks),
  }
}

/** Encodes what will be written, and writes it all. */
export async function write(
  crowds: readonly Crowd[],
  parts: readonly Part[],
  seconds: number,
): Promise<Sent[]> {
  const tasks = parts.map((part) => part.task(seconds))
  await Promise.all(crowds.map((crowd, c) => crowd.prepare(shareOf(tasks, c, crowds.length))))
  const startAt = now() + LEAD_MS
  return (await Promise.all(crowds.map((crowd) => crowd.write(startAt)))).flat()
}

/** Of all crowds together. */
export async function drain(crowds: readonly Crowd[], withinMs: number): Promise<Tally> {
  const tallies = await Promise.all(crowds.map((crowd) => crowd.drain(withinMs)))
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0)
  return {
    delivered: sum((t) => t.delivered),
    expected: sum((t) => t.expected),
    echoed: sum((t) => t.echoed),
    frames: sum((t) => t.frames),
    bytes: sum((t) => t.bytes),
    lost: [...new Set(tallies.flatMap((t) => t.lost))],
  }
}

export const updatesIn = (sent: readonly Sent[]): number => sent.reduce((sum, s) => sum + s.at.length, 0)

export const settle = (crowds: readonly Crowd[], quietMs: number, withinMs: number): Promise<boolean[]> =>
  Promise.all(crowds.map((crowd) => crowd.settle(quietMs, withinMs)))

export const seenBy = async (crowds: readonly Crowd[]) =>
  (await Promise.all(crowds.map((crowd) => crowd.seen()))).flat()
