/** A facilitator's Markdown as HTML. Raw HTML in it is shown as text, pictures are links, and links go to the web only. */
import { tameMarkdown, xmlText } from '@escale/shared'
import { lexer, type Token, type Tokens } from 'marked'

/** marked types its tokens as a union with an open member; `type` tells which one it is. */
const as = <T extends Token>(token: Token): T => token as T

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}
/** marked hands out text that is half escaped: back to what was written, then escaped once. */
const text = (given: string): string =>
  xmlText(given.replace(/&(?:amp|lt|gt|quot|#39);/g, (e) => ENTITIES[e] ?? e))

/** A link that a person opens; an address of any other kind leaves its words alone. */
export function anchor(url: string, label: string): string {
  return /^(?:https?:\/\/|mailto:)[^\s]+$/i.test(url)
    ? `<a href="${xmlText(url)}" rel="noopener noreferrer">${label}</a>`
    : label
}

const inlines = (tokens: readonly Token[] | undefined): string => (tokens ?? []).map(inline).join('')

function inline(token: Token): string {
  switch (token.type) {
    case 'strong':
    case 'em':
    case 'del':
      return `<${token.type}>${inlines(as<Tokens.Strong>(token).tokens)}</${token.type}>`
    case 'codespan':
      return `<code>${text(as<Tokens.Codespan>(token).text)}</code>`
    case 'br':
      return '<br>'
    case 'link':
      return anchor(as<Tokens.Link>(token).href, inlines(as<Tokens.Link>(token).tokens))
    case 'image':
      return anchor(as<Tokens.Image>(token).href, text(as<Tokens.Image>(token).text) || '…')
    case 'html':
      return xmlText(token.raw)
    case 'text': {
      const { tokens, text: plain } = as<Tokens.Text>(token)
      return tokens ? inlines(tokens) : text(plain)
    }
    case 'escape':
      return text(as<Tokens.Escape>(token).text)
    default:
      return xmlText(token.raw)
  }
}

function list({ ordered, start, items }: Tokens.List): string {
  const body = items.map((item) => `<li dir="auto">${blocks(item.tokens)}</li>`).join('')
  return ordered ? `<ol start="${Number(start)}">${body}</ol>` : `<ul>${body}</ul>`
}

function table({ header, rows }: Tokens.Table): string {
  const row = (cells: readonly Tokens.TableCell[], tag: 'th' | 'td') =>
    `<tr>${cells.map((c) => `<${tag} dir="auto">${inlines(c.tokens)}</${tag}>`).join('')}</tr>`
  return `<table><thead>${row(header, 'th')}</thead><tbody>${rows.map((r) => row(r, 'td')).join('')}</tbody></table>`
}

/** `#` stands under the title of its section. */
const HEADING_SHIFT = 2

function block(token: Token): string {
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = as<Tokens.Heading>(token)
      const level = Math.min(6, depth + HEADING_SHIFT)
      return `<h${level} dir="auto">${inlines(tokens)}</h${level}>`
    }
    case 'paragraph':
      return `<p dir="auto">${inlines(as<Tokens.Paragraph>(token).tokens)}</p>`
    case 'blockquote':
      return `<blockquote>${blocks(as<Tokens.Blockquote>(token).tokens)}</blockquote>`
    case 'list':
      return list(as<Tokens.List>(token))
    case 'code':
      return `<pre dir="auto"><code>${text(as<Tokens.Code>(token).text)}</code></pre>`
    case 'table':
      return table(as<Tokens.Table>(token))
    case 'hr':
      return '<hr>'
    case 'space':
    case 'def':
    case 'checkbox':
      return ''
    case 'html':
      return `<p dir="auto">${xmlText(token.raw)}</p>`
    default:
      return inline(token)
  }
}

const blocks = (tokens: readonly Token[]): string => tokens.map(block).join('\n')

export const prose = (markdown: string): string =>
  blocks(lexer(tameMarkdown(markdown), { gfm: true, breaks: true }))
