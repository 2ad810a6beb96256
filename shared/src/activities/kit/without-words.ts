import type * as z from 'zod/mini'

/** A value of JSON with every string, but no key, put through `change`; `change` is told where it stands. */
function mapStrings(
  value: unknown,
  change: (text: string, path: readonly string[]) => string,
  path: readonly string[] = [],
): unknown {
  if (typeof value === 'string') return change(value, path)
  if (Array.isArray(value)) return value.map((item, i) => mapStrings(item, change, [...path, String(i)]))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapStrings(item, change, [...path, key])]),
  )
}

/**
 * What a kind that says nothing else does with the words of somebody who is erased: every string of the action that the
 * schema would let be `instead`, or else nothing at all, becomes that. What stays is ids and choices from a list.
 */
export function withoutAnyWords<A>(schema: z.ZodMiniType<A>, action: A, instead: string): A {
  let bare = action
  mapStrings(action, (text, path) => {
    const put = (word: string) =>
      mapStrings(bare, (held, at) => (at.join('/') === path.join('/') ? word : held))
    const fit = [instead, ''].map((word) => schema.safeParse(put(word))).find((parsed) => parsed.success)
    if (fit?.success) bare = fit.data
    return text
  })
  return bare
}
