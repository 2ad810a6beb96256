import { describe, expect, test } from 'vitest'
import { hostileHarvest } from './harvest-samples.ts'
import { undrawnIn, undrawnSigns } from './undrawn.ts'

describe('[H17] what a picture in pixels cannot show', () => {
  test.each<[string, readonly string[]]>([
    ['Relier « œuvre », ÉÀÇ – 5 €, l’été', []],
    ['Приветствие Ελληνικά مرحبا بكم שלום ქართული Հայ', []],
    ['→ ✓ ≠ 🌍🌱👍 ❤️ 1️⃣', []],
    ['வணக்கம்', ['Taml']],
    ['环境', ['Hani']],
    ['สวัสดี', ['Thai']],
    ['ሰላም', ['Ethi']],
    ['नमस्ते', ['Deva']],
    ['こんにちは', ['Hira']],
    ['🇫🇷', ['flags']],
    ['👨‍👩‍👧‍👦', ['joined']],
    ['👍🏽', ['joined']],
  ])('%s', (text, signs) => expect([...new Set(undrawnIn(text))]).toEqual(signs))

  test('is told by wall, for its title, question, zones, stacks and names too, and for what is on no wall not', () => {
    const [first, ...others] = hostileHarvest(true).sections
    if (first === undefined) throw new Error('an empty sample')
    const note = { id: 'n', text: 'Relier', colour: 0, author: null }
    const plain = {
      ...first,
      title: 'Mur',
      blocks: [{ type: 'notes' as const, zones: [{ title: '', notes: [note] }] }],
    }
    const harvest = { ...hostileHarvest(false), title: 'Séance' }
    const signsOf = (section: typeof first) => undrawnSigns({ ...harvest, sections: [section, ...others] })
    expect(signsOf(plain)).toEqual({})
    expect(signsOf({ ...plain, title: '环' })).toEqual({ a: ['Hani'] })
    expect(signsOf({ ...plain, blocks: [{ type: 'heading', text: '环' }, ...plain.blocks] })).toEqual({
      a: ['Hani'],
    })
    for (const zone of [
      { title: '环', notes: [note] },
      { title: '', notes: [{ ...note, text: '环' }] },
      { title: '', notes: [note], stacks: [{ title: '环', notes: ['n'] }] },
    ])
      expect(signsOf({ ...plain, blocks: [{ type: 'notes', zones: [zone] }] })).toEqual({ a: ['Hani'] })
    expect(undrawnSigns({ ...harvest, names: { p1: '环' }, sections: [plain] })).toEqual({ a: ['Hani'] })
    expect(undrawnSigns({ ...harvest, title: '环', sections: others })).toEqual({})
  })
})
