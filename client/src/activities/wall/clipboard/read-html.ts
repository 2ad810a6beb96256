/** The same of what office programs put on the clipboard as HTML, which says what was a cell, an item or a paragraph. */
import { type Rows, tidyRows } from './read-plain.ts'

const BLOCKS = new Set(
  'ADDRESS ARTICLE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE H1 H2 H3 H4 H5 H6 LI MAIN OL P PRE SECTION UL'.split(
    ' ',
  ),
)
const SILENT = new Set(['STYLE', 'SCRIPT', 'TITLE', 'META', 'LINK', 'HEAD', 'TEMPLATE', 'XML'])
/** Word writes the mark of a list beside its text, and says that it is not of it. */
const isMark = (element: Element): boolean => /mso-list:\s*ignore/i.test(element.getAttribute('style') ?? '')

/** Blanks of the source are one blank; line breaks of the text are `\n`. */
function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ')
  if (!(node instanceof Element) || SILENT.has(node.tagName) || isMark(node)) return ''
  if (node.tagName === 'BR') return '\n'
  const inside = [...node.childNodes].map(textOf).join('')
  return BLOCKS.has(node.tagName) ? `\n${inside}\n` : inside
}

const squeeze = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')

/** Paragraphs and items in their order; an item's own list follows it. */
function blocksIn(root: Element): string[] {
  const found: string[] = []
  let run = ''
  const flush = () => {
    if (run.trim() !== '') found.push(squeeze(run))
    run = ''
  }
  const walk = (node: Node): void => {
    if (!(node instanceof Element) || !(BLOCKS.has(node.tagName) || hasBlocks(node))) {
      run += textOf(node)
      return
    }
    if (SILENT.has(node.tagName)) return
    // Of an inline element with blocks in it (Google Docs wraps all in one) only these count.
    if (BLOCKS.has(node.tagName)) flush()
    for (const child of node.childNodes) walk(child)
    if (BLOCKS.has(node.tagName)) flush()
  }
  for (const child of root.childNodes) walk(child)
  flush()
  return found
}

const hasBlocks = (element: Element): boolean =>
  [...element.querySelectorAll('*')].some(({ tagName }) => BLOCKS.has(tagName))

/** Undefined: it has neither cells nor blocks, and says no more than plain text does. */
export function readHtml(html: string): Rows | undefined {
  if (!/<(table|p|li|div|h[1-6]|blockquote|pre)[\s>]/i.test(html)) return undefined
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const table = body.querySelector('table')
  const outside = table ? blocksIn(without(body, 'table')) : []
  if (table && outside.length === 0)
    return tidyRows(
      [...body.querySelectorAll('tr')].map((row) =>
        [...row.querySelectorAll(':scope > td, :scope > th')].map((cell) => squeeze(textOf(cell))),
      ),
    )
  const rows = table
    ? [...body.querySelectorAll('tr')].map((row) => [
        [...row.querySelectorAll(':scope > td, :scope > th')]
          .map((cell) => squeeze(textOf(cell)))
          .filter((text) => text !== '')
          .join('\n'),
      ])
    : []
  const lines = (table ? outside : blocksIn(body)).map((text) => [text])
  return tidyRows([...lines, ...rows])
}

function without(body: Element, selector: string): Element {
  const copy = body.cloneNode(true) as Element
  for (const element of copy.querySelectorAll(selector)) element.remove()
  return copy
}
