/**
 * Where in `value` something is that JSON cannot carry (undefined, NaN, −0, a function, a Map, a class instance); null when
 * all of it survives.
 */
export function notJson(value: unknown, path = '$'): string | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? null : path
  if (typeof value !== 'object') return path
  if (Array.isArray(value)) return first(value.map((inner, i) => notJson(inner, `${path}[${i}]`)))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return path
  return first(Object.entries(value).map(([key, inner]) => notJson(inner, `${path}.${key}`)))
}

const first = (faults: readonly (string | null)[]): string | null => faults.find((f) => f !== null) ?? null

export const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
