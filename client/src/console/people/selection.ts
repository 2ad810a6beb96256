/** Choosing many people at once, to remove them. */
import { dayIn, drives, instantIn, isIn, type PersonLine } from '@escale/shared'

const DAY_MS = 24 * 60 * 60 * 1_000

/** Who can be removed with others: participants with a seat. */
export const choosable = (people: readonly PersonLine[]): PersonLine[] =>
  people.filter((p) => isIn(p) && !drives(p.role))

/** The last instant before `now` at which clocks there showed `HH:MM`; undefined when that is no time. */
export function lastTimeOf(timeZone: string, time: string, now: number): number | undefined {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined
  return (
    [now, now - DAY_MS]
      .map((at) => instantIn(timeZone, `${dayIn(timeZone, at)}T${time}`))
      .find((at) => at !== null && at <= now) ?? undefined
  )
}

/** Those who joined at `instant`, server time ms, or after it. */
export const joinedSince = (people: readonly PersonLine[], instant: number): string[] =>
  choosable(people)
    .filter((p) => p.joinedAt !== undefined && p.joinedAt >= instant)
    .map((p) => p.id)

/** Those who have neither stayed a while nor done anything so far. */
export const withoutActivity = (people: readonly PersonLine[]): string[] =>
  choosable(people)
    .filter((p) => p.newcomer === true)
    .map((p) => p.id)

/** Those who wait to be let in, who came first first. */
export const inLine = (people: readonly PersonLine[]): PersonLine[] =>
  people.filter((p) => p.outside === 'waiting' && !p.removed).toSorted((a, b) => a.rank - b.rank)
