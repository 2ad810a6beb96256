import { tameMarkdown } from '@escale/shared'
import { lexer, type Token, type Tokens } from 'marked'
import { Fragment, type ReactNode, useMemo } from 'react'
import { drawnText } from './drawn-text.ts'
import css from './Markdown.module.css'
import { OutsideLink } from './OutsideLink.tsx'

/**
 * Markdown as React elements. No HTML is ever made: raw HTML shows as the text it is, pictures as a link to them, and only
 * http, https and mailto are links.
 */
export function MarkedText({ text, topLevel }: { readonly text: string; readonly topLevel: number }) {
  const tokens = useMemo(() => lexer(tameMarkdown(text), { gfm: true, breaks: true }), [text])
  return blocks(tokens, topLevel)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00a0',
}
const plain = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (e) => ENTITIES[e] ?? e)

/** marked types its tokens as a union with an open member; `type` tells which one it is. */
const as = <T extends Token>(token: Token): T => token as T

function keyed(tokens: readonly Token[], show: (token: Token) => ReactNode): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: tokens have no identity and no state
  return tokens.map((token, index) => <Fragment key={index}>{show(token)}</Fragment>)
}

const blocks = (tokens: readonly Token[], top: number): ReactNode =>
  keyed(tokens, (token) => block(token, top))
const inlines = (tokens: readonly Token[] | undefined): ReactNode => keyed(tokens ?? [], inline)

function block(token: Token, top: number): ReactNode {
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = as<Tokens.Heading>(token)
      const Heading = `h${Math.min(6, depth + top - 1)}` as 'h3'
      return <Heading dir="auto">{inlines(tokens)}</Heading>
    }
    case 'paragraph':
      return <p dir="auto">{inlines(as<Tokens.Paragraph>(token).tokens)}</p>
    case 'blockquote':
      return <blockquote>{blocks(as<Tokens.Blockquote>(token).tokens, top)}</blockquote>
    case 'list':
      return list(as<Tokens.List>(token), top)
    case 'code':
      return (
        <pre>
          <code>{as<Tokens.Code>(token).text}</code>
        </pre>
      )
    case 'table':
      return table(as<Tokens.Table>(token))
    case 'hr':
      return <hr />
    case 'space':
    case 'def':
      return null
    case 'html':
      return <p dir="auto">{token.raw.trim()}</p>
    default:
      return inline(token)
  }
}

function list({ ordered, start, items }: Tokens.List, top: number): ReactNode {
  const entries = keyed(items, (item) => <li dir="auto">{blocks(as<Tokens.ListItem>(item).tokens, top)}</li>)
  return ordered ? <ol start={start === '' ? undefined : start}>{entries}</ol> : <ul>{entries}</ul>
}

function table({ header, rows }: Tokens.Table): ReactNode {
  return (
    <div className={css['scroll']}>
      <table>
        <thead>
          <tr>
            {header.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity and no state
              <th key={index} scope="col" dir="auto">
                {inlines(cell.tokens)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity and no state
            <tr key={index}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity and no state
                <td key={column} dir="auto">
                  {inlines(cell.tokens)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function inline(token: Token): ReactNode {
  switch (token.type) {
    case 'text': {
      const { tokens, text } = as<Tokens.Text>(token)
      return tokens ? inlines(tokens) : drawnText(plain(text))
    }
    case 'escape':
      return as<Tokens.Escape>(token).text
    case 'strong':
      return <strong>{inlines(as<Tokens.Strong>(token).tokens)}</strong>
    case 'em':
      return <em>{inlines(as<Tokens.Em>(token).tokens)}</em>
    case 'del':
      return <del>{inlines(as<Tokens.Del>(token).tokens)}</del>
    case 'codespan':
      return <code>{plain(as<Tokens.Codespan>(token).text)}</code>
    case 'br':
      return <br />
    case 'link': {
      const { href, tokens } = as<Tokens.Link>(token)
      return <OutsideLink href={href}>{inlines(tokens)}</OutsideLink>
    }
    case 'image': {
      const { href, text } = as<Tokens.Image>(token)
      return <OutsideLink href={href}>{plain(text || href)}</OutsideLink>
    }
    default:
      return token.raw
  }
}
