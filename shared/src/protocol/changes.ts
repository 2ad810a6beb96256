/**
 * What has changed between two values of JSON, short enough to be sent in place of the second. Pure; what has not changed
 * keeps its identity, so that whoever shows it need not show it anew.
 */

/** Keys of objects and places in arrays, from the outside in. */
export type Path = readonly (string | number)[]

/** One thing that is different. */
export type SliceChange =
  /** At `at` is now `to`. */
  | { readonly at: Path; readonly to: unknown }
  /** The object has nothing at `at` any more. */
  | { readonly at: Path; readonly gone: true }
  /** In the array at `at`, from place `from` on, `out` are gone and `in` stand in their place. */
  | { readonly at: Path; readonly from: number; readonly out: number; readonly in: readonly unknown[] }

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** As JSON has it: what is undefined is not there. */
const keysOf = (value: Fields): string[] => Object.keys(value).filter((key) => value[key] !== undefined)

const isSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((one, i) => isSame(one, b[i]))
  if (!isFields(a) || !isFields(b)) return false
  const keys = keysOf(a)
  return (
    keys.length === keysOf(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  )
}

function ofArrays(
  before: readonly unknown[],
  after: readonly unknown[],
  at: Path,
  into: SliceChange[],
): void {
  let start = 0
  const shorter = Math.min(before.length, after.length)
  while (start < shorter && isSame(before[start], after[start])) start++
  let end = 0
  while (end < shorter - start && isSame(before[before.length - 1 - end], after[after.length - 1 - end]))
    end++
  const out = before.length - end - start
  const fresh = after.slice(start, after.length - end)
  // As many as before are the same ones, changed; else some came or went.
  if (out === fresh.length)
    for (const [i, one] of fresh.entries()) ofValues(before[start + i], one, [...at, start + i], into)
  else into.push({ at, from: start, out, in: fresh })
}

function ofValues(before: unknown, after: unknown, at: Path, into: SliceChange[]): void {
  if (isSame(before, after)) return
  if (Array.isArray(before) && Array.isArray(after)) {
    ofArrays(before, after, at, into)
    return
  }
  if (!isFields(before) || !isFields(after)) {
    // JSON has null for what an array has not.
    into.push({ at, to: after ?? null })
    return
  }
  const had = new Set(keysOf(before))
  for (const key of keysOf(after)) {
    if (had.delete(key)) ofValues(before[key], after[key], [...at, key], into)
    else into.push({ at: [...at, key], to: after[key] })
  }
  for (const key of had) into.push({ at: [...at, key], gone: true })
}

/** What makes `after` of `before`; none: they are the same. */
export function changesBetween(before: unknown, after: unknown): readonly SliceChange[] {
  const changes: SliceChange[] = []
  ofValues(before, after, [], changes)
  return changes
}

/** An own field of this name, whatever the name: `__proto__` is one like any other. */
const withField = (value: Fields, key: string, to: unknown): Fields =>
  Object.fromEntries([...Object.entries(value).filter(([name]) => name !== key), [key, to]])

function withChange(value: unknown, [step, ...rest]: Path, change: SliceChange): unknown {
  if (step === undefined) {
    if ('to' in change) return change.to
    const list = Array.isArray(value) ? value : []
    return 'in' in change
      ? [...list.slice(0, change.from), ...change.in, ...list.slice(change.from + change.out)]
      : value
  }
  if (Array.isArray(value)) return value.map((one, i) => (i === step ? withChange(one, rest, change) : one))
  const fields = isFields(value) ? value : {}
  const key = String(step)
  if (rest.length === 0 && 'gone' in change)
    return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key))
  return withField(
    fields,
    key,
    withChange(Object.hasOwn(fields, key) ? fields[key] : undefined, rest, change),
  )
}

/** The value that `changesBetween(before, after)` was made of: `after`. */
export const withChanges = (before: unknown, changes: readonly SliceChange[]): unknown =>
  changes.reduce((value, change) => withChange(value, change.at, change), before)
