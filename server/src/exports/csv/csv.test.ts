import type { HarvestBlock, HarvestValue } from '@escale/shared'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { exporterContract, renderText } from '../contract.ts'
import { HOSTILE, HOSTILE_NOTES, hostileHarvest } from '../harvest-samples.ts'
import { cell } from './cell.ts'
import { csv } from './index.ts'

const rowsOf = (file: string, delimiter = ';'): string[][] =>
  Papa.parse<string[]>(file.replace(/^\ufeff/, ''), { delimiter, skipEmptyLines: true }).data

exporterContract(csv, {
  everything: true,
  // A cell's apostrophe in front is what a spreadsheet does not show.
  textOf: (file) =>
    rowsOf(file)
      .flat()
      .map((value) => value.replace(/^'/, ''))
      .join('\n'),
})

describe('a spreadsheet', () => {
  test('[H7] begins with the mark of UTF-8 and has semicolons and quotes around every cell', async () => {
    const file = await renderText(csv, hostileHarvest(false))
    expect(file.startsWith('\ufeff"séquence";"question";"type";"zone"')).toBe(true)
    const { data, errors } = Papa.parse<string[]>(file.slice(1), { delimiter: ';', skipEmptyLines: true })
    const quoted = data.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(';'))
    expect(errors).toEqual([])
    expect(file.slice(1)).toBe(`${quoted.join('\r\n')}\r\n`)
  })

  test('[M63] each dimension is a column of its own, and a hostile name of one is no formula', async () => {
    const harvest = hostileHarvest(false)
    const note = (id: string, ...values: readonly HarvestValue[]) => ({
      ...{ id, text: id, colour: 0, author: null },
      values,
    })
    const notes = [
      note('a', { label: 'Effort', value: '3/5', number: 3, of: 5 }, { label: '=1+1', value: 'oui' }),
      note('b', { label: '=1+1', value: '-2' }, { label: 'Coût', value: '-2,5', number: -2.5 }),
    ]
    const sections = harvest.sections.slice(0, 1).map((section) => ({
      ...section,
      blocks: [{ type: 'notes' as const, zones: [{ title: '', notes }] }],
    }))
    const [head, ...rows] = rowsOf(await renderText(csv, { ...harvest, people: [], sections }))
    expect(head?.slice(13)).toEqual(['Effort (/5)', "'=1+1", 'Coût'])
    // Figures are figures of the language: no fraction that a spreadsheet takes for a day.
    expect(rows.map((row) => row.slice(13))).toEqual([
      ['3', 'oui', ''],
      ['', "'-2", '-2,5'],
    ])
    const english = await renderText(csv, { ...harvest, language: 'en', people: [], sections })
    expect(rowsOf(english, ',').map((row) => row.slice(13))).toEqual([
      ['Effort (/5)', "'=1+1", 'Coût'],
      ['3', 'oui', ''],
      ['', "'-2", '-2.5'],
    ])
  })

  test('[H7] is one for the spreadsheets of the session’s language', async () => {
    const file = await renderText(csv, { ...hostileHarvest(false), language: 'en' })
    expect(file.startsWith('\ufeff"activity","question","type","zone","stack","text","category"')).toBe(true)
    const { errors } = Papa.parse(file.slice(1), { delimiter: ',', skipEmptyLines: true })
    expect(errors).toEqual([])
  })

  test('a question stands beside each of its answers, and a vote says which one it was', async () => {
    const [section] = hostileHarvest(false).sections
    if (section === undefined) throw new Error('an empty sample')
    const ranked = { rank: 1, tied: false, note: 'n', text: 'Relier', votes: 2, people: [] }
    const vote = (round: number) =>
      ({ type: 'ranking', round, dots: 3, voted: 2, secret: true, entries: [ranked] }) as const
    const blocks: HarvestBlock[] = [
      { type: 'heading', text: 'Que faire ?' },
      { type: 'groups', groups: [{ title: '4', people: [], text: 'Semer' }] },
      vote(1),
      vote(2),
    ]
    const [, ...rows] = rowsOf(
      await renderText(csv, { ...hostileHarvest(false), sections: [{ ...section, blocks }] }),
    )
    expect(rows.map((row) => [row[1], row[2], row[5], row[9]])).toEqual([
      ['Que faire ?', 'page de groupe', 'Semer', 'Groupe 4'],
      ['Que faire ?', 'Résultat du vote 1', 'Relier', ''],
      ['Que faire ?', 'Résultat du vote 2', 'Relier', ''],
    ])
  })

  test('[H7] no cell can be a formula', async () => {
    for (const value of rowsOf(await renderText(csv, hostileHarvest(true))).flat()) {
      const bare = value.replace(/^[\s\p{C}\p{Z}\p{M}]+/u, '')
      // Our own figures may be less than nothing; a dash before words is a line of a list.
      const isHarmless = /^-[\d,]+$/.test(bare) || /^-\s+\p{L}[^(!|]*$/u.test(bare)
      expect(bare === '' || isHarmless || !/^[=+\-@＝＋－＠−]/.test(bare), bare).toBe(true)
      expect(value).not.toMatch(/^[\t\r\n]/)
    }
  })

  test('[H7] each text comes back as it was written, but for the apostrophe that makes it text', async () => {
    const texts = rowsOf(await renderText(csv, hostileHarvest(false))).map((row) => row[5] ?? '')
    for (const { text } of HOSTILE_NOTES)
      expect(texts.filter((t) => t === text || t === `'${text}`)).toHaveLength(1)
  })

  test('what needs an apostrophe gets one, and nothing else does', () => {
    const formulas = HOSTILE.slice(0, 19)
    for (const text of [
      ...formulas,
      ...['-1', '- 1', '-(1)', '-"a"&A1', '--1', '-$A$1', '-SUM(A1)', '- somme(A1)', '-a!A1', "- 'a b'!A1"],
      ...["-cmd|'/C calc'!A0", '- cmd|calc', '-HYPERLINK ("x")', '-\u200bHYPERLINK("x")', '−SUM(1)'],
    ])
      expect(cell(text)).toBe(`'${text}`)
    for (const text of [
      ...['Relier', '1 + 1 = 2', 'a@b.fr', '"=1+1', '« =1 »', 'é=', '10-12', 'https://exemple.fr/a=1'],
      ...[
        '- relancer',
        '-relancer',
        '- relancer (vite !)',
        '- oui ! Et après ?',
        '— d’accord',
        '-\u00a0« ici »',
      ],
      ...['- un\n- deux', '- écrire à zoe@exemple.fr', '- choix A | choix B', '- 🌱 semer'],
    ])
      expect(cell(text)).toBe(text)
  })

  test('one row for each contribution, with its zone, its colour and its author', async () => {
    const [header, ...rows] = rowsOf(await renderText(csv, hostileHarvest(true)))
    expect(header).toHaveLength(14)
    expect(rows.filter((row) => row[2] === 'note')).toHaveLength(HOSTILE_NOTES.length)
    expect(rows[0]).toEqual([
      ...['Le <mur>', '', 'note', 'Zone <1> =1+1', '', "'=1+1 nº0.", 'A · =Frein <b>', 'paille'],
      ...['Zénobie=<b>', '', '1', '2', '', '1'],
    ])
    expect(rows[1]?.[6]).toBe('B')
    for (const row of rows) expect(row).toHaveLength(14)
  })
})
