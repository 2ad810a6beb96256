const UNFIT = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu
/** What means something anywhere in a line; also what would make a link or a mention by itself. */
const ANYWHERE = /[\\`*_{}[\]<>#|~&$@]|:(?=\/\/)|(?<=\bwww)\./gi
/** What means something at the beginning of a line: lists, rules, underlines of headings. */
const AT_START = /^([ \t]*)(?:([-+=])|(\d+)([.)]))/

/** A line of people's text as Markdown that shows exactly it. */
const escapeLine = (line: string): string =>
  line
    .replace(UNFIT, '')
    .replace(ANYWHERE, '\\$&')
    .replace(AT_START, (_, indent: string, sign?: string, number?: string, mark?: string) =>
      sign === undefined ? `${indent}${number}\\${mark}` : `${indent}\\${sign}`,
    )
    .trim()

/** People's text on one line. */
export const inline = (text: string): string => escapeLine(text.replace(/\s+/g, ' '))

/**
 * People's text with its line breaks, every further line after `indent`; an empty line is a new paragraph. Nothing in it
 * is Markdown any more.
 */
export const block = (text: string, indent: string): string =>
  text
    .trim()
    .split('\n')
    .map(escapeLine)
    .reduce((whole, line, i, lines) => {
      if (i === 0) return line
      const isBreak = line !== '' && lines[i - 1] !== ''
      return `${whole}${isBreak ? '\\' : ''}\n${`${indent}${line}`.trimEnd()}`
    }, '')

/** A facilitator's Markdown: still Markdown, but raw HTML in it is only text, and its headings stand below ours. */
export const prose = (markdown: string): string =>
  markdown
    .replace(UNFIT, '')
    .replace(
      /(?<!\\)(\\*)<(?=[A-Za-z/!?])/g,
      (_, slashes: string) => `${slashes}${slashes.length % 2 === 0 ? '\\' : ''}<`,
    )
    .replace(/^ {0,3}(#{1,6})(?=[ \t])/gm, (_, marks: string) => '#'.repeat(Math.min(6, marks.length + 2)))
    .trim()

/** Lines put into a quotation. */
export const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
