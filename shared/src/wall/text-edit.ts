/** What differs between two texts, and how two corrections of the same text are made one. */

/** `next` is `before` with `gone` characters at `start` replaced by `come`. */
export interface TextEdit {
  readonly start: number
  readonly gone: number
  readonly come: string
}

export function textEdit(before: string, next: string): TextEdit {
  let start = 0
  while (start < before.length && start < next.length && before[start] === next[start]) start++
  let end = 0
  const most = Math.min(before.length, next.length) - start
  while (end < most && before[before.length - 1 - end] === next[next.length - 1 - end]) end++
  // A pair that stands for one character is not torn.
  if (start > 0 && /[\ud800-\udbff]/.test(next[start - 1] ?? '')) start--
  if (end > 0 && /[\udc00-\udfff]/.test(next[next.length - end] ?? '')) end--
  return { start, gone: before.length - end - start, come: next.slice(start, next.length - end) }
}

const applied = (text: string, { start, gone, come }: TextEdit): string =>
  text.slice(0, start) + come + text.slice(start + gone)

/**
 * Two people corrected `base`: one made it `mine`, the other has made it `theirs` already. What each wrote stays; where they
 * changed the same words, mine come behind theirs.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string {
  if (base === theirs || mine === theirs) return mine
  const done = textEdit(base, theirs)
  const wish = textEdit(base, mine)
  if (wish.start + wish.gone <= done.start) return applied(theirs, wish)
  const moved = done.come.length - done.gone
  if (wish.start >= done.start + done.gone) return applied(theirs, { ...wish, start: wish.start + moved })
  return applied(theirs, { start: done.start + done.come.length, gone: 0, come: wish.come })
}
