import { limits } from '@escale/shared'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

const UNITS: readonly { readonly ms: number; readonly names: RegExp }[] = [
  { ms: HOUR, names: /^(h|hr|hrs|heures?|hours?)$/ },
  { ms: MINUTE, names: /^(m|mn|min|mins|minutes?|'|’|′)$/ },
  { ms: SECOND, names: /^(s|sec|secs|secondes?|seconds?|''|’’|"|″)$/ },
]

const isAllowed = (ms: number): boolean =>
  Number.isFinite(ms) && ms >= limits.DURATION_MIN_MS && ms <= limits.DURATION_MAX_MS

/** `1:30` is a minute and a half, `1:30:00` an hour and a half. */
function fromColons(text: string): number | undefined {
  const parts = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]?\d)$/.exec(text)
  if (parts === null) return undefined
  const [, hours = '0', minutes = '0', seconds = '0'] = parts
  return Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND
}

/** Amounts with units from large to small; a last amount without a unit takes the next smaller one (`1h30`). */
function fromUnits(text: string): number | undefined {
  const pattern = /(\d+(?:\.\d+)?)\s*([a-z]+|''|’’|['’′"″])?\s*/y
  let total = 0
  let level = -1
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text)
    if (found === null) return undefined
    const [, amount = '', name] = found
    const next = name === undefined ? level + 1 : UNITS.findIndex((u) => u.names.test(name))
    const unit = UNITS[next]
    const isOutOfOrder =
      next <= level || (name === undefined && (level < 0 || pattern.lastIndex < text.length))
    if (unit === undefined || isOutOfOrder) return undefined
    total += Number(amount) * unit.ms
    level = next
  }
  return level < 0 ? undefined : total
}

/**
 * What a person typed as a duration, ms rounded to the second; undefined when it cannot be read or is out of the
 * bounds of an activity. A bare number is minutes: `5`, `5 min`, `2,5`, `45 s`, `1:30`, `1h30`, `1 h 30 min`.
 */
export function parseDuration(typed: string): number | undefined {
  const text = typed.normalize('NFKC').trim().toLowerCase().replace(/,/g, '.')
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * MINUTE : (fromColons(text) ?? fromUnits(text))
  if (ms === undefined) return undefined
  const rounded = Math.round(ms / SECOND) * SECOND
  return isAllowed(rounded) ? rounded : undefined
}

const NO_BREAK = '\u00a0'

/** A duration as one reads it: `45 s`, `5 min`, `1 min 30 s`, `1 h 30`. Rounded to the second; never negative. */
export function showDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / SECOND))
  const h = Math.floor(seconds / 3_600)
  const m = Math.floor((seconds % 3_600) / 60)
  const s = seconds % 60
  if (h > 0 && s === 0)
    return m === 0 ? `${h}${NO_BREAK}h` : `${h}${NO_BREAK}h${NO_BREAK}${String(m).padStart(2, '0')}`
  const parts = [h > 0 ? `${h} h` : '', m > 0 ? `${m} min` : '', s > 0 || seconds === 0 ? `${s} s` : '']
  return parts.filter(Boolean).join(' ').replaceAll(' ', NO_BREAK)
}

/** A stretch of time as one plans with it: whole minutes, never a false precision. Above zero it is at least one. */
export const showMinutes = (ms: number): string =>
  showDuration(ms <= 0 ? 0 : Math.max(MINUTE, Math.round(ms / MINUTE) * MINUTE))
