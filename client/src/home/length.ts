const MINUTE_MS = 60_000

/** `45 min`, `2 h`, `1 h 30`; the same in both languages. With no-break spaces. */
export function lengthOf(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS))
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${minutes}\u00a0min`
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`
}
