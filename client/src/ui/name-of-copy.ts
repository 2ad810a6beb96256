import { limits } from '@escale/shared'

/** How one says « a copy of it »; `n` is 1 for the first. */
export type SayCopy = (title: string, n: number) => string

/** So many copies of one thing are told apart. */
const COPIES_MAX = 200

/** What of a title is not the end that an earlier copy gave it. */
function original(title: string, say: SayCopy): string {
  for (let n = 1; n <= COPIES_MAX; n++) {
    const end = say('', n)
    if (title.endsWith(end) && title.length > end.length) return title.slice(0, -end.length)
  }
  return title
}

/** The name of a copy: unlike all that are `taken`; a copy of a copy is one more of the same. What has no title gets none. */
export function nameOfCopy(title: string, taken: readonly string[], say: SayCopy): string {
  if (title.trim() === '') return ''
  const base = original(title, say)
  for (let n = 1; n <= COPIES_MAX; n++) {
    const room = limits.TITLE_MAX_CHARS - say('', n).length
    const name = say(base.length > room ? `${base.slice(0, room - 1).trimEnd()}…` : base, n)
    if (!taken.includes(name)) return name
  }
  return title
}
