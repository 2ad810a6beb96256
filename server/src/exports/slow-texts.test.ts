import { limits } from '@escale/shared'
import { slowWith } from '@escale/shared/testkit'
import { describe, expect, test } from 'vitest'
import { tokensOf } from '../activities/wall/themes/words.ts'
import { fileName } from '../http/workshop.ts'
import { cell } from './csv/cell.ts'
import { hostileHarvest } from './harvest-samples.ts'
import { prose as htmlProse } from './html/prose.ts'
import { block, inline, prose, quoted } from './markdown/escape.ts'
import { exporters } from './registry.ts'

describe('[L5] a hostile text costs no more than any other', () => {
  test.each<[string, (text: string) => unknown]>([
    ['Markdown on one line', inline],
    ['Markdown with its lines', (text) => block(text, '  ')],
    ['a quotation', quoted],
    ['a facilitator’s Markdown', prose],
    ['a cell', cell],
    ['the name of a file', (text) => fileName(text, 'x')],
    ['words for themes', tokensOf],
  ])('%s', (_, work) => {
    expect(slowWith(work)).toEqual([])
  })

  test('Markdown as HTML, as long as a text of a facilitator may be', () => {
    expect(slowWith(htmlProse, { chars: limits.INSTRUCTIONS_MAX_CHARS, ms: 60 })).toEqual([])
  })

  test('containers without end are text, and no reader of Markdown breaks', () => {
    for (const unit of ['>', '> ', '- ', '1. ', '* > '])
      expect(htmlProse(unit.repeat(limits.INSTRUCTIONS_MAX_CHARS / unit.length)).length).toBeGreaterThan(100)
    expect(htmlProse('> > - **un**')).toContain('<strong>un</strong>')
  })

  test('a guard that measures nothing would be noticed', () => {
    expect(slowWith((text) => /[ \t]+$/.test(text), { chars: 10_000, ms: 20 })).not.toEqual([])
  })
})

test('every format makes something of the longest hostile stories', async () => {
  const harvest = hostileHarvest(true)
  const stories = ['> ', '   \n', '**_', 'e\u0301', '<!--'].map((unit) => ({
    text: unit.repeat(limits.STORY_MAX_CHARS / unit.length),
    author: null,
  }))
  const sections = harvest.sections.map((section) => ({
    ...section,
    blocks: [{ type: 'stories' as const, words: [], stories }],
  }))
  const options = { shape: 'slide', day: '2020-04-24', pictures: async () => undefined } as const
  for (const { id, render, use } of exporters)
    if (use !== 'picture')
      expect([id, (await render({ ...harvest, sections }, options)).length > 100]).toEqual([id, true])
})
