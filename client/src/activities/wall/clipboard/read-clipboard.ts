import { readHtml } from './read-html.ts'
import { type Rows, readPlain } from './read-plain.ts'

export type { Rows } from './read-plain.ts'

/** Letters and figures: what must not get lost between the two. */
const said = (rows: Rows): string =>
  rows
    .flat()
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')
/** A part of the plain text that may be list marks; more was said in it than HTML has. */
const MARKS_SHARE = 0.9

/**
 * What was copied, as whoever copied it meant it: one row for each note, with its cells. HTML says more where it has all the
 * words; else plain text counts.
 */
export function readClipboard({ html, plain }: { readonly html: string; readonly plain: string }): Rows {
  const simple = readPlain(plain)
  const rich = readHtml(html)
  if (rich === undefined || rich.length === 0) return simple
  return said(rich).length >= MARKS_SHARE * said(simple).length ? rich : simple
}

/** How many cells the widest row has. */
export const columnsOf = (rows: Rows): number => Math.max(0, ...rows.map((row) => row.length))
