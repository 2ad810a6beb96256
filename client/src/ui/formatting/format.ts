/** What a button of the formatting bar does to a Markdown text: pure, so that any text and any selection can be tried. */

export const FORMATS = ['bold', 'italic', 'heading', 'bullets', 'numbers', 'link'] as const
export type Format = (typeof FORMATS)[number]

export interface Selection {
  readonly start: number
  readonly end: number
}

/** One replacement, as small as it can be: the browser's own undo takes it back as one step. */
export interface Edit {
  /** What is replaced: `text.slice(from, to)`. */
  readonly from: number
  readonly to: number
  readonly insert: string
  /** What is selected afterwards, in the new text. */
  readonly select: Selection
}

/** Where the address goes, selected so that it is typed or pasted over. */
const ADDRESS = 'https://'
const LINK = /^\[([^\]\n]*)\]\([^)\s]*\)$/
/** Up to the text of a line: its indent, and what makes it an item or a heading. */
const LEAD = /^([ \t]*)([-*+][ \t]+|\d{1,9}[.)][ \t]+|#{1,6}[ \t]+)?/

const isBlank = (text: string): boolean => text.trim() === ''

/** The text after an edit. */
export const edited = (text: string, { from, to, insert }: Edit): string =>
  text.slice(0, from) + insert + text.slice(to)

/** Does to `text` what the format does to the selection; once more takes it back. */
export function format(text: string, selection: Selection, as: Format): Edit {
  switch (as) {
    case 'bold':
      return emphasised(text, selection, 2)
    case 'italic':
      return emphasised(text, selection, 1)
    case 'link':
      return linked(text, selection)
    default:
      return lined(text, selection, as)
  }
}

// Emphasis: one star for italic, two for bold, three for both.

/** How many stars stand directly before `at` (-1) or from it on (1). */
function starsAt(text: string, at: number, way: -1 | 1): number {
  let count = 0
  while (text[way < 0 ? at - 1 - count : at + count] === '*') count += 1
  return count
}

/** Without the blanks at its ends and the stars just inside: those stand around what is meant. */
function core(text: string, { start, end }: Selection): Selection {
  let from = start
  let to = Math.max(start, end)
  while (from < to && isBlank(text[from] ?? '')) from += 1
  while (to > from && isBlank(text[to - 1] ?? '')) to -= 1
  while (to - from > 2 && text[from] === '*' && text[to - 1] === '*') {
    from += 1
    to -= 1
  }
  return from === to ? { start, end: start } : { start: from, end: to }
}

/** The parts of a selection that emphasis may go around: it never spans lines, nor what makes a line an item. */
function spans(text: string, { start, end }: Selection): Selection[] {
  if (!text.slice(start, end).includes('\n')) return [core(text, { start, end })]
  return linesOf(text, { start, end }).flatMap((line) => {
    const words = line.start + (LEAD.exec(text.slice(line.start, line.end))?.[0].length ?? 0)
    const span = { start: Math.max(start, words), end: Math.min(end, line.end) }
    const part = core(text, span)
    // A selection that ends in another line has the stars of one end of this one only.
    let { start: from, end: to } = part
    while (from < to && text[from] === '*') from += 1
    while (to > from && text[to - 1] === '*') to -= 1
    return from < to ? [{ start: from, end: to }] : []
  })
}

const around = (text: string, { start, end }: Selection): number =>
  Math.min(starsAt(text, start, -1), starsAt(text, end, 1))

const has = (stars: number, mark: 1 | 2): boolean => (mark === 2 ? stars >= 2 : stars % 2 === 1)

function emphasised(text: string, selection: Selection, mark: 1 | 2): Edit {
  const parts = spans(text, selection)
  const first = parts[0]
  const last = parts.at(-1)
  if (first === undefined || last === undefined)
    return { from: selection.start, to: selection.start, insert: '', select: selection }
  const isOn = parts.every((part) => has(around(text, part), mark))
  const from = first.start - (isOn ? mark : 0)
  const to = last.end + (isOn ? mark : 0)
  const stars = '*'.repeat(mark)
  let insert = ''
  let done = from
  for (const part of parts) {
    const words = text.slice(part.start, part.end)
    // Of several lines, those that have it already are left as they are.
    const changes = isOn || !has(around(text, part), mark)
    if (changes && isOn) insert += text.slice(done, part.start - mark) + words
    else insert += text.slice(done, part.start) + (changes ? stars + words + stars : words)
    done = part.end + (changes && isOn ? mark : 0)
  }
  const shift = isOn ? 0 : has(around(text, first), mark) ? 0 : mark
  const tail = isOn ? 0 : has(around(text, last), mark) ? 0 : mark
  return { from, to, insert, select: { start: from + shift, end: from + insert.length - tail } }
}

// Links.

function linked(text: string, { start, end }: Selection): Edit {
  const chosen = text.slice(start, end)
  const before = LINK.exec(chosen)
  if (before) {
    const label = before[1] ?? ''
    return { from: start, to: end, insert: label, select: { start, end: start + label.length } }
  }
  const words = chosen.trim()
  const lead = start + (chosen.length - chosen.trimStart().length)
  const to = words === '' ? start : lead + words.length
  const from = words === '' ? start : lead
  if (/^(https?:\/\/|mailto:)\S+$/i.test(words)) {
    // An address was chosen: what is missing is the words for it.
    return { from, to, insert: `[](${words})`, select: { start: from + 1, end: from + 1 } }
  }
  // A link’s words are one line.
  const label = words
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
  const insert = `[${label}](${ADDRESS})`
  const at = from + label.length + 3
  return {
    from,
    to,
    insert,
    select: label === '' ? { start: from + 1, end: from + 1 } : { start: at, end: at + ADDRESS.length },
  }
}

// What is said of whole lines.

/** The lines that a selection touches; one that ends at the start of a line does not touch that line. */
function linesOf(text: string, { start, end }: Selection): Selection[] {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const until = end > start && text[end - 1] === '\n' ? end - 1 : end
  const found = text.indexOf('\n', until)
  const to = found < 0 ? text.length : found
  let at = from
  return text
    .slice(from, to)
    .split('\n')
    .map((line) => {
      const one = { start: at, end: at + line.length }
      at += line.length + 1
      return one
    })
}

type LineFormat = Extract<Format, 'heading' | 'bullets' | 'numbers'>

const LEADS = { heading: /^#/, bullets: /^[-*+]/, numbers: /^\d/ } satisfies Record<LineFormat, RegExp>

const leadOf = (as: LineFormat, n: number): string =>
  as === 'heading' ? '# ' : as === 'bullets' ? '- ' : `${n}. `

function lined(text: string, selection: Selection, as: LineFormat): Edit {
  const lines = linesOf(text, selection)
  const from = lines[0]?.start ?? 0
  const to = lines.at(-1)?.end ?? text.length
  const all = lines.map(({ start, end }) => text.slice(start, end))
  const isAllBlank = all.every(isBlank)
  const meant = (line: string) => isAllBlank || !isBlank(line)
  const isOn = all.filter(meant).every((line) => LEADS[as].test(LEAD.exec(line)?.[2] ?? ''))
  let n = 0
  const changed = all.map((line) => {
    if (!meant(line)) return line
    n += 1
    const [lead = '', indent = ''] = LEAD.exec(line) ?? []
    const words = line.slice(lead.length)
    return isOn ? indent + words : indent + leadOf(as, n) + words
  })
  const insert = changed.join('\n')
  const end = from + insert.length
  // Where only a caret stood it stays in its words; what was chosen stays chosen, whole lines of it.
  const caret = Math.max(from, selection.start + insert.length - (to - from))
  return {
    from,
    to,
    insert,
    select: selection.start === selection.end ? { start: caret, end: caret } : { start: from, end },
  }
}
