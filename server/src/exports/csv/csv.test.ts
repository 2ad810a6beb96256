import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { exporterContract, renderText } from '../contract.ts'
import { HOSTILE, HOSTILE_NOTES, hostileHarvest } from '../harvest-samples.ts'
import { cell } from './cell.ts'
import { csv } from './index.ts'

const rowsOf = (file: string): string[][] =>
  Papa.parse<string[]>(file.replace(/^\ufeff/, ''), { delimiter: ';', skipEmptyLines: true }).data

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
    expect(file.startsWith('\ufeff"séquence";"type";"zone";"texte"')).toBe(true)
    const { data, errors } = Papa.parse<string[]>(file.slice(1), { delimiter: ';', skipEmptyLines: true })
    const quoted = data.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(';'))
    expect(errors).toEqual([])
    expect(file.slice(1)).toBe(`${quoted.join('\r\n')}\r\n`)
  })

  test('[M63] each dimension is a column of its own, and a hostile name of one is no formula', async () => {
    const harvest = hostileHarvest(false)
    const note = (id: string, ...values: readonly (readonly [string, string])[]) => ({
      ...{ id, text: id, colour: 0, author: null },
      values: values.map(([label, value]) => ({ label, value })),
    })
    const notes = [note('a', ['Effort', '3/5'], ['=1+1', 'oui']), note('b', ['=1+1', '-2'])]
    const sections = harvest.sections.slice(0, 1).map((section) => ({
      ...section,
      blocks: [{ type: 'notes' as const, zones: [{ title: '', notes }] }],
    }))
    const [head, ...rows] = rowsOf(await renderText(csv, { ...harvest, people: [], sections }))
    expect(head?.slice(7)).toEqual(['Effort', "'=1+1"])
    expect(rows.map((row) => row.slice(7))).toEqual([
      ['3/5', 'oui'],
      ['', "'-2"],
    ])
  })

  test('[H7] no cell can be a formula', async () => {
    for (const value of rowsOf(await renderText(csv, hostileHarvest(true))).flat()) {
      const bare = value.replace(/^[\s\p{C}\p{Z}\p{M}]+/u, '')
      expect(bare === '' || !/^[=+\-@＝＋－＠−]/.test(bare)).toBe(true)
      expect(value).not.toMatch(/^[\t\r\n]/)
    }
  })

  test('[H7] each text comes back as it was written, but for the apostrophe that makes it text', async () => {
    const texts = rowsOf(await renderText(csv, hostileHarvest(false))).map((row) => row[3] ?? '')
    for (const { text } of HOSTILE_NOTES)
      expect(texts.filter((t) => t === text || t === `'${text}`)).toHaveLength(1)
  })

  test('what needs an apostrophe gets one, and nothing else does', () => {
    const formulas = HOSTILE.slice(0, 19)
    for (const text of formulas) expect(cell(text)).toBe(`'${text}`)
    for (const text of ['Relier', '1 + 1 = 2', 'a@b.fr', '"=1+1', '« =1 »', 'é=', '10-12'])
      expect(cell(text)).toBe(text)
  })

  test('one row for each contribution, with its zone, its colour and its author', async () => {
    const [header, ...rows] = rowsOf(await renderText(csv, hostileHarvest(true)))
    expect(header).toHaveLength(8)
    expect(rows.filter((row) => row[1] === 'note')).toHaveLength(HOSTILE_NOTES.length)
    expect(rows[0]).toEqual([
      ...['Le <mur>', 'note', 'Zone <1> =1+1', "'=1+1 nº0.", 'paille', 'Zénobie=<b>', '', '1/5'],
    ])
    for (const row of rows) expect(row).toHaveLength(8)
  })
})
