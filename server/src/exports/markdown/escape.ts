import { linkParts } from '@escale/shared'

const UNFIT = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu
/** What means something anywhere in a line; also what would make a link or a mention by itself. */
const ANYWHERE = /[\\`*_{}[\]<>#|~&$@]|:(?=\/\/)|(?<=\bwww)\./gi
/** What means something at the beginning of a line: lists, rules, underlines of headings. */
const AT_START = /^([ \t]*)(?:([-+=])|(\d+)([.)]))/

/** People's text as Markdown that shows exactly it. */
const escaped = (text: string): string => text.replace(ANYWHERE, '\\$&')

/** An address between angle brackets, which it can then not leave. */
export const address = (url: string): string => `<${url.replace(/[<>\s\\|]/g, encodeURIComponent)}>`

/** An address that somebody wrote stays one: as it is between angle brackets, or under its words where it had no protocol. */
const followed = (text: string, href: string): string =>
  href === text || href === `mailto:${text}` ? address(text) : `[${escaped(text)}](${address(href)})`

const unmarked = (line: string): string => escaped(line.replace(UNFIT, ''))

/** The same, in which addresses can be followed. */
const linked = (line: string): string =>
  linkParts(line.replace(UNFIT, ''))
    .map(({ text, href }) => (href === undefined ? escaped(text) : followed(text, href)))
    .join('')

/** A line as it may stand at the beginning of one. */
const asLine = (line: string): string =>
  line
    .replace(AT_START, (_, indent: string, sign?: string, number?: string, mark?: string) =>
      sign === undefined ? `${indent}${number}\\${mark}` : `${indent}\\${sign}`,
    )
    .trim()

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** People's text on one line. */
export const inline = (text: string): string => asLine(linked(onOneLine(text)))

/** People's text for what is a link already. */
export const label = (text: string): string => asLine(unmarked(onOneLine(text)))

/**
 * People's text with its line breaks, every further line after `indent`; an empty line is a new paragraph. Nothing in it
 * is Markdown any more.
 */
export const block = (text: string, indent: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => asLine(linked(line)))
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
