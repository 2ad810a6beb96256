/**
 * Markdown as a person writes it stays as it is. What none writes, and what makes a reader of Markdown slow or break (containers
 * inside each other without end, thousands of marks, long runs of blanks), is made text before it is read.
 */

/** Quotations and lists inside each other, begun on one line. */
const NESTED_MAX = 10
/** Marks of emphasis, code and links in one text: after these they are signs like all others. */
const MARKS_MAX = 600
const BLANKS_MAX = 120
/** Lines of one paragraph, list or table. */
const LINES_MAX = 250

/** What begins a container: blanks, then `>`, `-`, `1.` and such. */
const MARKER = /[ \t]{0,120}(\d{1,9})?([>.)*+-])/y
const MARKS = /[*_~`[\]<!&]/g
const BLANKS = /[ \t]{121,}/g

/** The line with a backslash before the first marker that is one too many. */
function shallow(line: string): string {
  MARKER.lastIndex = 0
  for (let depth = 0; ; depth++) {
    const found = MARKER.exec(line)
    if (found === null) return line
    const at = MARKER.lastIndex - 1
    if (depth === NESTED_MAX) return `${line.slice(0, at)}\\${line.slice(at)}`
  }
}

/** An empty line after so many that are not. */
function parted(lines: readonly string[]): string[] {
  let full = 0
  return lines.flatMap((line) => {
    full = line.trim() === '' ? 0 : full + 1
    if (full <= LINES_MAX) return [line]
    full = 1
    return ['', line]
  })
}

/** Shows the same, but for what only a program writes. Takes time in proportion to the text. */
export function tameMarkdown(text: string): string {
  let marks = 0
  return parted(text.replace(BLANKS, ' '.repeat(BLANKS_MAX)).split('\n').map(shallow))
    .join('\n')
    .replace(MARKS, (mark) => (++marks > MARKS_MAX ? `\\${mark}` : mark))
}
