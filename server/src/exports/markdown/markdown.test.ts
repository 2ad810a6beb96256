import { marked } from 'marked'
import { expect, test } from 'vitest'
import { exporterContract, renderText } from '../contract.ts'
import { hostileHarvest } from '../harvest-samples.ts'
import { type Page, pageOf } from '../page-of.ts'
import { block, inline, prose } from './escape.ts'
import { markdown } from './index.ts'

/** As a lenient renderer shows it: raw HTML let through, line breaks kept. */
const shown = (text: string): Page => pageOf(marked.parse(text, { async: false, gfm: true }))

exporterContract(markdown, {
  everything: true,
  textOf: (file) => {
    const page = shown(file)
    const links = [...page.querySelectorAll('a')].map((a) => a.href)
    return [page.body.textContent, ...links].join('\n')
  },
})

test('[H6] nothing that a participant wrote is Markdown or HTML any more', async () => {
  const page = shown(await renderText(markdown, hostileHarvest(true)))
  expect(page.querySelector('script, svg, img[onerror], style, iframe')).toBeNull()
  const items = [...page.querySelectorAll('ul li')].filter((li) => li.textContent.includes('nº'))
  // Stacks are ours; no other item has a list in it.
  const stacks = items.filter((li) => li.querySelector('ul') !== null)
  expect(stacks.map((li) => li.querySelector('strong')?.textContent)).toEqual(['=Pile <b>', 'Pile sans nom'])
  const notes = items.filter((li) => !stacks.includes(li))
  expect(notes.length).toBeGreaterThan(40)
  for (const note of notes)
    expect(
      note.querySelector('strong, em, code, pre, h1, h2, table, blockquote, ul, ol, hr, img, del, input'),
    ).toBeNull()
})

test('a note keeps its line breaks', () => {
  expect(shown(`- ${block('un\ndeux\n\n- trois', '  ')}`).querySelector('li')?.innerHTML).toMatch(
    /un<br>\s*deux[\s\S]*- trois/,
  )
})

test('an address stays one, whole, and so do the words around it', () => {
  for (const [text, href] of [
    ['https://exemple.fr/a_b*c?d=e&f=~g#h', 'https://exemple.fr/a_b*c?d=e&f=~g#h'],
    ['www.exemple.fr/a_b', 'https://www.exemple.fr/a_b'],
    ['zoe.b_c@exemple.fr', 'mailto:zoe.b_c@exemple.fr'],
  ] as const) {
    for (const page of [
      shown(block(`- voir ${text} *demain*`, '')),
      shown(inline(`voir ${text} *demain*`)),
    ]) {
      expect([...page.querySelectorAll('a')].map((a) => [a.textContent, a.href])).toEqual([[text, href]])
      expect(page.body.textContent).toContain(`voir ${text} *demain*`)
      expect(page.querySelector('em, li')).toBeNull()
    }
  }
  expect(inline('un|https://exemple.fr/a|b')).not.toMatch(/(?<!\\)\|/)
})

test('a link whose words are an address is one link', async () => {
  const url = 'https://exemple.fr/a_b'
  const [section] = hostileHarvest(false).sections
  if (section === undefined) throw new Error('an empty sample')
  for (const words of [url, `voir ${url}`]) {
    const blocks = [{ type: 'link', label: words, url } as const]
    const page = shown(
      await renderText(markdown, {
        ...hostileHarvest(false),
        sections: [{ ...section, instructions: '', blocks }],
      }),
    )
    expect([...page.querySelectorAll('a')].map((a) => [a.textContent, a.href])).toEqual([[words, url]])
  }
})

test('text on one line stays on one line', () => {
  expect(inline('# un\n\ndeux')).toBe('\\# un deux')
})

test('raw HTML in a facilitator’s Markdown is text, also behind backslashes', () => {
  for (const text of [
    '<script>x</script>',
    '\\<script>x',
    '\\\\<script>x',
    'a `\\`<script>x',
    '<!-- x',
    '</p>',
  ])
    expect(shown(prose(text)).querySelector('script')).toBeNull()
  expect(prose('# Titre\n\nun < deux')).toBe('### Titre\n\nun < deux')
})
