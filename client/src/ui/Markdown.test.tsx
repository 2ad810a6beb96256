import { render, screen, waitFor } from '@testing-library/react'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Markdown as Lazy } from './Markdown.tsx'
import { MarkedText } from './MarkedText.tsx'

const Markdown = ({ text }: { readonly text: string }) => (
  <div>
    <MarkedText text={text} topLevel={3} />
  </div>
)

const ALLOWED = new Set(
  'A B BLOCKQUOTE BR CODE DEL DIV EM H2 H3 H4 H5 H6 HR LI OL P PRE SPAN STRONG TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
)

test('raw HTML shows as the text that it is', () => {
  const { container } = render(
    <Markdown
      text={'<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> et <b onclick="x()">gras</b>'}
    />,
  )
  expect(container.querySelector('script, img, b')).toBeNull()
  expect(container).toHaveTextContent('<script>alert(1)</script>')
  expect(container).toHaveTextContent('onerror=alert(1)')
})

test('only http, https and mailto are links; they open elsewhere without telling where from', () => {
  render(
    <Markdown
      text={
        '[a](https://a.example) [b](javascript:alert(1)) [c](data:text/html,x) <mailto:m@example.org> [d](//evil) [e](vbscript:x)'
      }
    />,
  )
  const links = screen.getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    'https://a.example/',
    'mailto:m@example.org',
  ])
  for (const link of links) {
    expect(link).toHaveAttribute('rel', 'noopener noreferrer')
    expect(link).toHaveAttribute('target', '_blank')
  }
})

test('a picture is never loaded: it is a link to it', () => {
  const { container } = render(<Markdown text="![Le plan](https://elsewhere.example/plan.png)" />)
  expect(container.querySelector('img')).toBeNull()
  expect(screen.getByRole('link', { name: /Le plan/ })).toHaveAttribute(
    'href',
    'https://elsewhere.example/plan.png',
  )
})

test('lists, emphasis, quotes, tables and line breaks are kept', () => {
  const { container } = render(
    <Markdown
      text={'# Titre\n\nUne **idée** *vive*\nseconde ligne\n\n- un\n- deux\n\n> cité\n\n|a|b|\n|-|-|\n|1|2|'}
    />,
  )
  expect(screen.getByRole('heading', { level: 3, name: 'Titre' })).toBeVisible()
  expect(container.querySelectorAll('strong, em, br, li, blockquote, td')).toHaveLength(8)
})

test('whatever is written, only harmless elements come out and no text is lost', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '<script>',
    '</p>',
    '[x](',
    'javascript:',
    ')',
    '![',
    '](',
    '"',
    "' onload=",
    '&lt;',
    '\n\n',
    '- ',
    '# ',
    '`',
    '|',
    '<svg/onload=alert(1)>',
    'mot',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const { container, unmount } = render(<Markdown text={pieces.join('')} />)
      const body = container.firstElementChild
      for (const element of body?.querySelectorAll('*') ?? []) {
        expect(ALLOWED).toContain(element.tagName)
        for (const { name } of element.attributes) expect(name).not.toMatch(/^on/)
      }
      unmount()
    }),
    { numRuns: 150 },
  )
})

/** Without the spaces that nobody sees: where a line begins or ends. */
const calm = (html: string | undefined) => html?.replace(/\s+(?=<)|(?<=>)\s+/g, '')

test('a text without marks is the same without the library that reads them', () => {
  const piece = fc.constantFrom(
    'mot',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\n \n',
    '1',
    '2. ',
    '- ',
    '-',
    '—',
    '.',
    ',',
    ' !',
    ':',
    '«',
    '»',
    '(',
    ')',
    '/',
    '"',
    "'",
    'É',
    '👍',
    '    x',
  )
  let seen = 0
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), (pieces) => {
      const text = pieces.join('')
      const lazily = render(<Lazy text={text} />)
      const isPlain =
        lazily.container.querySelector('p, br') !== null && !/^ *(?:-|\d+[.)])|^ {4}/m.test(text)
      const shown = lazily.container.firstElementChild?.innerHTML
      lazily.unmount()
      if (!isPlain || text.trim() === '') return
      seen += 1
      const marked = render(<Markdown text={text} />)
      expect(calm(shown)).toBe(calm(marked.container.firstElementChild?.innerHTML))
      marked.unmount()
    }),
    { numRuns: 80 },
  )
  expect(seen).toBeGreaterThan(20)
})

test('a text with marks stands as it was written until they can be read', async () => {
  const { container } = render(<Lazy text={'Une **idée**\n\n- un'} topLevel={2} />)
  expect(container).toHaveTextContent('Une')
  await waitFor(() => expect(container.querySelectorAll('strong, li')).toHaveLength(2), { timeout: 10_000 })
})
