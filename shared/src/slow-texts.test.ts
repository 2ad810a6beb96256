import { expect, test } from 'vitest'
import { mergedText } from './activities/wall/sorting/likeness.ts'
import { countWords } from './activities/word-rally/story.ts'
import { wordUsed } from './activities/word-rally/word-used.ts'
import { NOTE_MAX_CHARS, TITLE_MAX_CHARS } from './limits.ts'
import { tameMarkdown } from './markdown/tame.ts'
import { slowWith } from './testkit/slow-texts.ts'
import { cleanText, isBlank, oneLine } from './text/clean.ts'
import { decodeDrawing } from './wall/drawing.ts'
import { fontFor } from './wall/fit.ts'
import { linkParts } from './wall/links.ts'
import { graphemes, textWidth } from './wall/svg-measure.ts'
import { calm } from './wall/svg-note.ts'
import { wrapText, wrapTitle } from './wall/svg-wrap.ts'
import { xmlText } from './wall/svg-xml.ts'
import { mergeTexts, textEdit } from './wall/text-edit.ts'
import { wordKey } from './words/alike.ts'

const style = { size: 20, weight: 'regular' } as const

test.each<[string, (text: string) => unknown]>([
  ['links', linkParts],
  ['widths', (text) => textWidth(text, 20)],
  ['empty lines', calm],
  ['the size of letters', fontFor],
  ['what differs', (text) => textEdit(text, `${text}x`)],
  ['two corrections', (text) => mergeTexts(text, `a${text}`, `${text}b`)],
  ['a note', cleanText],
  ['a name', oneLine],
  ['what shows nothing', isBlank],
  ['XML', xmlText],
  ['what is the same', wordKey],
  ['notes made one', (text) => mergedText([text, `${text}a`])],
  ['words of a rally', (text) => wordUsed('initiative', text)],
  ['how many words', countWords],
  ['a drawing', decodeDrawing],
  ['Markdown', tameMarkdown],
])('[L5] a hostile text costs no more than any other: %s', (_, work) => {
  expect(slowWith(work)).toEqual([])
})

test('[L5] lines, of what is ten times as long as a note and a title may be', () => {
  const [note, title] = [10 * NOTE_MAX_CHARS, 10 * TITLE_MAX_CHARS].map((chars) => ({ chars, ms: 20 }))
  expect(slowWith((text) => wrapText(text, 224, style), note)).toEqual([])
  expect(slowWith((text) => wrapTitle(text, 224, style), title)).toEqual([])
}, 20_000)

test('graphemes are those of the whole text, however it is cut to be read', () => {
  const bits = [
    '\t',
    'e\u0301',
    '中',
    '👨‍👩‍👧',
    '\u0301',
    '\u200d',
    '🇫🇷',
    '🇫',
    '👍🏽',
    'a',
    '\ud83d',
    '\udc00',
    'क्',
    'ष',
    '\r\n',
    '한',
  ]
  const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' })
  for (let n = 0; n < 60; n++) {
    const text = Array.from(
      { length: 160 },
      (_, i) => bits[(i * (n + 3) + ((i * i) % (n + 5))) % bits.length],
    ).join('')
    expect(graphemes(text)).toEqual([...segmenter.segment(text)].map((one) => one.segment))
  }
})

test('Markdown as a person writes it stays as it is; what nobody writes becomes text', () => {
  const honest = '# Titre\n\n> un\n> > deux\n\n- a\n  - b\n    1. c **gras** `x`\n\n| a | b |\n|---|---|\n'
  expect(tameMarkdown(honest)).toBe(honest)
  expect(tameMarkdown('>'.repeat(12))).toBe(`${'>'.repeat(10)}\\>>`)
  expect(tameMarkdown(`x${' '.repeat(500)}y`)).toHaveLength(122)
})
