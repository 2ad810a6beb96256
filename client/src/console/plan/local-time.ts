const two = (n: number): string => String(n).padStart(2, '0')

/** A time as a `datetime-local` field wants it, in this device's time zone; '' for none. */
export function toLocalField(ms: number | null): string {
  if (ms === null) return ''
  const d = new Date(ms)
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}`
}

/** Ms since the epoch, or null when the field is empty or half filled. */
export function fromLocalField(text: string): number | null {
  const ms = text === '' ? Number.NaN : new Date(text).getTime()
  return Number.isFinite(ms) ? ms : null
}
