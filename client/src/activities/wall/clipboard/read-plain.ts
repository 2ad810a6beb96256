/** What plain text on the clipboard was in the program that put it there: cells, lines of a list, lines. Pure. */
import { cleanText } from '@escale/shared'

export type Rows = readonly (readonly string[])[]

/** Within one paragraph or cell: a soft break of Word and PowerPoint, and of web pages. */
const SOFT_BREAKS = /[\v\u2028]/g
/** Of Word, PowerPoint, Writer, Pages and Notes, also as they come out of their own symbol fonts. */
const BULLET = /^[ \t]*[•·●○◦▪▫■□‣⁃∙➢➤✓✔❖\uf0a7\uf0b7\uf0d8\uf0fc§*–—-][ \t\u00a0]+/u
const BULLET_AND_TAB = /^[ \t]*(?:[^\s\p{L}\p{N}]|o)\t[ \t]*/u
const NUMBER = /^[ \t]*\(?(?:\d{1,3}|[a-z]|[ivxl]{1,6})[.)](?:\t|[ \u00a0]+)/i
const NUMBER_AND_TAB =
  /^[ \t]*\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]|\d{1,3}(?:\.\d{1,3}){1,3}|[a-z][.)]|[ivxl]{1,6}[.)])\t[ \t]*/i

const tidy = (text: string): string =>
  cleanText(text)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()

export const tidyRows = (rows: Rows): Rows =>
  rows.map((row) => row.map(tidy)).filter((row) => row.some((cell) => cell !== ''))

/**
 * Cells between tabs, rows between line breaks; a cell with a quote, a tab or a line break in it stands between quotes, which
 * are doubled inside. A quote in the middle of a cell is a quote, and one that is never closed too.
 */
export function readCells(text: string): Rows {
  const rows: string[][] = [[]]
  let at = 0
  const row = () => rows.at(-1) as string[]
  for (;;) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : undefined
    if (quoted) {
      row().push(quoted.cell)
      at = quoted.end
    } else {
      const end = endOfCell(text, at)
      row().push(text.slice(at, end))
      at = end
    }
    if (at >= text.length) return rows
    if (text[at] !== '\t') rows.push([])
    at++
  }
}

function endOfCell(text: string, from: number): number {
  let end = from
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end++
  return end
}

/** Undefined: the quote at `from` does not enclose a cell. */
function quotedCell(text: string, from: number): { readonly cell: string; readonly end: number } | undefined {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] === '"') continue
    const after = text[at + 1]
    return after === undefined || after === '\t' || after === '\n'
      ? { cell: text.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 }
      : undefined
  }
  return undefined
}

/** The lines without their marks, where all of them have one. */
function withoutMarks(lines: readonly string[]): readonly string[] | undefined {
  const marks = [BULLET_AND_TAB, NUMBER_AND_TAB, BULLET, NUMBER]
  const [first] = lines
  if (first === undefined || !lines.every((line) => marks.some((mark) => mark.test(line)))) return undefined
  if (lines.length === 1 && !BULLET_AND_TAB.test(first) && !NUMBER_AND_TAB.test(first)) return undefined
  return lines.map((line) => line.replace(marks.find((mark) => mark.test(line)) as RegExp, ''))
}

/** A table ends with a line break that begins no row. */
function withoutLastBreaks(text: string): string {
  let end = text.length
  while (text[end - 1] === '\n') end--
  return text.slice(0, end)
}

/** Rows of cells; lines are rows of one. */
export function readPlain(plain: string): Rows {
  const text = withoutLastBreaks(plain.replace(/\r\n?/g, '\n'))
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const listed = withoutMarks(lines)
  if (listed) return tidyRows(listed.map((line) => [line.replace(SOFT_BREAKS, '\n')]))
  const isOfCells = text.includes('\t') || text.includes('"')
  const rows = isOfCells ? readCells(text) : lines.map((line) => [line])
  return tidyRows(rows.map((row) => row.map((cell) => cell.replace(SOFT_BREAKS, '\n'))))
}
