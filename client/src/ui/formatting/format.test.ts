import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edited, FORMATS, type Format, format } from './format.ts'

/** A text with its selection between brackets ⟦ and ⟧, or its caret at ¦. */
function read(marked: string): { text: string; start: number; end: number } {
  const caret = marked.indexOf('¦')
  if (caret >= 0) return { text: marked.replace('¦', ''), start: caret, end: caret }
  const start = marked.indexOf('⟦')
  return { text: marked.replace(/[⟦⟧]/g, ''), start, end: marked.indexOf('⟧') - 1 }
}

function press(marked: string, as: Format): string {
  const { text, start, end } = read(marked)
  const edit = format(text, { start, end }, as)
  const after = edited(text, edit)
  const { select } = edit
  return select.start === select.end
    ? `${after.slice(0, select.start)}¦${after.slice(select.start)}`
    : `${after.slice(0, select.start)}⟦${after.slice(select.start, select.end)}⟧${after.slice(select.end)}`
}

describe('what the formatting bar does to a text', () => {
  it.each<[string, Format, string]>([
    ['un ⟦mot⟧ ici', 'bold', 'un **⟦mot⟧** ici'],
    ['un **⟦mot⟧** ici', 'bold', 'un ⟦mot⟧ ici'],
    ['un ⟦**mot**⟧ ici', 'bold', 'un ⟦mot⟧ ici'],
    ['un⟦ mot ⟧ici', 'italic', 'un *⟦mot⟧* ici'],
    ['un **⟦mot⟧** ici', 'italic', 'un ***⟦mot⟧*** ici'],
    ['un ***⟦mot⟧*** ici', 'italic', 'un **⟦mot⟧** ici'],
    ['un ***⟦mot⟧*** ici', 'bold', 'un *⟦mot⟧* ici'],
    ['ici ¦', 'bold', 'ici **¦**'],
    ['ici **¦**', 'bold', 'ici ¦'],
    ['⟦- un\n- deux⟧', 'bold', '- **⟦un**\n- **deux⟧**'],
    ['⟦un\n\ndeux⟧', 'italic', '*⟦un*\n\n*deux⟧*'],
  ])('%s, %s: %s', (before, as, after) => expect(press(before, as)).toBe(after))

  it.each<[string, Format, string]>([
    ['un\nd¦eux', 'bullets', 'un\n- d¦eux'],
    ['- d¦eux', 'bullets', 'd¦eux'],
    ['⟦un\n\ndeux\n⟧trois', 'numbers', '⟦1. un\n\n2. deux⟧\ntrois'],
    ['⟦- un\n* deux⟧', 'numbers', '⟦1. un\n2. deux⟧'],
    ['⟦1. un\n2) deux⟧', 'numbers', '⟦un\ndeux⟧'],
    ['¦', 'bullets', '- ¦'],
    ['Ti¦tre', 'heading', '# Ti¦tre'],
    ['### Ti¦tre', 'heading', 'Ti¦tre'],
    ['  un¦', 'bullets', '  - un¦'],
  ])('lines: %s, %s: %s', (before, as, after) => expect(press(before, as)).toBe(after))

  it.each<[string, string]>([
    ['voir ⟦le site⟧ demain', 'voir [le site](⟦https://⟧) demain'],
    ['voir ⟦[le site](https://a.fr)⟧', 'voir ⟦le site⟧'],
    ['voir ⟦https://a.fr⟧', 'voir [¦](https://a.fr)'],
    ['voir ¦', 'voir [¦](https://)'],
    ['⟦deux \n lignes⟧', '[deux lignes](⟦https://⟧)'],
  ])('links: %s: %s', (before, after) => expect(press(before, 'link')).toBe(after))

  const aText = fc.string({
    unit: fc.constantFrom('a', 'é', ' ', '\n', '*', '-', '1', '.', '#', '[', ']', '('),
  })
  const aMoment = fc
    .record({ text: aText, a: fc.nat(60), b: fc.nat(60), as: fc.constantFrom(...FORMATS) })
    .map(({ text, a, b, as }) => {
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
      return { text, as, selection: { start, end } }
    })
  const words = (text: string) => text.replace(/[^aé]/g, '')

  it('never loses a letter, and selects within the text', () => {
    fc.assert(
      fc.property(aMoment, ({ text, as, selection }) => {
        const edit = format(text, selection, as)
        const after = edited(text, edit)
        // What a link adds is no letter of the text: its address is known.
        expect(words(after.replaceAll('https://', ''))).toBe(words(text))
        expect(edit.from).toBeLessThanOrEqual(edit.to)
        expect(edit.select.start).toBeGreaterThanOrEqual(0)
        expect(edit.select.end).toBeGreaterThanOrEqual(edit.select.start)
        expect(edit.select.end).toBeLessThanOrEqual(after.length)
      }),
    )
  })

  it('is taken back by a second press, of plain words', () => {
    const plain = fc.array(fc.constantFrom('mot', 'été', 'ici', '\n', 'deux mots'), { minLength: 1 })
    fc.assert(
      fc.property(
        plain.map((parts) => parts.join(' ').replace(/ ?\n ?/g, '\n')),
        fc.nat(80),
        fc.nat(80),
        fc.constantFrom<Format>('bold', 'italic', 'heading', 'bullets', 'numbers'),
        (text, a, b, as) => {
          const start = Math.min(a, b, text.length)
          const end = Math.min(Math.max(a, b), text.length)
          const once = format(text, { start, end }, as)
          const after = edited(text, once)
          expect(edited(after, format(after, once.select, as))).toBe(text)
        },
      ),
    )
  })
})
