import { textEdit } from './text-edit.ts'

/** Did the two change different words of `base`, so that `mergeTexts` keeps each one's as they meant it? */
export function mergesCleanly(base: string, mine: string, theirs: string): boolean {
  if (base === theirs || mine === theirs || base === mine) return true
  const [done, wish] = [textEdit(base, theirs), textEdit(base, mine)]
  return wish.start + wish.gone <= done.start || wish.start >= done.start + done.gone
}
