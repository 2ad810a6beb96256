import {
  categoryOf,
  type Harvest,
  type HarvestBlock,
  type HarvestSection,
  type HarvestValue,
  NOTE_COLOURS,
  noteRuns,
  sayCategory,
} from '@escale/shared'
import Papa from 'papaparse'
import type { Exporter } from '../exporter.ts'
import {
  artWords,
  groupTitle,
  nameOf,
  namesOf,
  rankText,
  resultTitle,
  sectionTitle,
  wordsOf,
} from '../words.ts'
import { cell } from './cell.ts'
import { COLUMNS, type Column, colours, columns, items, words } from './words.ts'

type Row = Readonly<Partial<Record<Column, string>>> & { readonly values?: readonly HarvestValue[] }

/** What a spreadsheet of that language separates cells with, and writes before the tenths: it has the comma for one of the two. */
const DIALECTS = {
  fr: { delimiter: ';', decimal: ',' },
  en: { delimiter: ',', decimal: '.' },
} as const

const figure = ({ language }: Harvest, n: number | undefined): string =>
  n === undefined ? '' : String(n).replace('.', DIALECTS[language].decimal)

const colourName = ({ language }: Harvest, index: number): string => {
  const colour = NOTE_COLOURS[index]
  return colour === undefined ? '' : colours[language][colour.id]
}

function notesRows(harvest: Harvest, block: Extract<HarvestBlock, { type: 'notes' }>): Row[] {
  return block.zones.flatMap((zone) =>
    noteRuns(zone).flatMap(({ title, notes, votes }) => {
      const stack = title === null ? '' : title || wordsOf(harvest).stack
      // A stack has a row of its own where it was given something as one.
      const whole: Row = {
        type: items[harvest.language].stack,
        zone: zone.title,
        stack,
        votes: figure(harvest, votes),
      }
      const rows = notes.map((note): Row => {
        const category = categoryOf(block, note)
        return {
          type: items[harvest.language].note,
          zone: zone.title,
          stack,
          text: [
            ...(note.text.trim() === '' ? [] : [note.text]),
            ...artWords(harvest, note).map((word) => `[${word}]`),
          ].join('\n'),
          category: category ? sayCategory(category) : '',
          colour: colourName(harvest, note.colour),
          author: nameOf(harvest, note.author) ?? '',
          votes: figure(harvest, note.votes),
          likes: figure(harvest, note.likes),
          values: note.values ?? [],
        }
      })
      return votes === undefined ? rows : [whole, ...rows]
    }),
  )
}

function rowsOf(harvest: Harvest, block: HarvestBlock): Row[] {
  const type = items[harvest.language]
  switch (block.type) {
    case 'heading':
    case 'markdown':
      return [{ type: type.text, text: block.text }]
    case 'link':
      return [
        { type: type.link, text: block.label === block.url ? block.url : `${block.label} ${block.url}` },
      ]
    case 'picture':
      return [{ type: type.picture, text: [block.alt, block.credit].filter(Boolean).join(' · ') }]
    case 'notes':
      return notesRows(harvest, block)
    case 'ranking':
      return block.entries.map((entry) => ({
        type: resultTitle(harvest, block.round),
        stack: entry.stack === undefined ? '' : entry.stack.title || wordsOf(harvest).stack,
        text: entry.text,
        author: namesOf(harvest, entry.people).join(', '),
        votes: figure(harvest, entry.votes),
        rank: rankText(harvest, entry),
      }))
    case 'stories':
      return [
        ...block.words.map((word) => ({ type: type.word, text: word })),
        ...block.stories.map((s) => ({
          type: type.story,
          text: s.text,
          author: nameOf(harvest, s.author) ?? '',
        })),
      ]
    case 'groups':
      return block.groups.map((group) => ({
        type: type.group,
        text: [...(group.unreadable ? [wordsOf(harvest).unreadable] : []), group.text]
          .filter(Boolean)
          .join('\n'),
        author: namesOf(harvest, group.people).join(', '),
        group: groupTitle(harvest, group.title),
      }))
    case 'unreadable':
      return [{ type: type.text, text: wordsOf(harvest).unreadable }]
    case 'table':
      return block.rows.map((row) => ({
        type: type.row,
        text: row
          .map((value, i) => `${block.columns[i] ?? ''}${wordsOf(harvest).list.colon}${value}`)
          .join('\n'),
      }))
  }
}

/** A section's rows, each beside the question that it answers: whoever sorts them would lose it otherwise. */
function sectionRows(harvest: Harvest, { title, blocks }: HarvestSection): Row[] {
  let question = ''
  return blocks.flatMap((block, i) => {
    if (block.type === 'heading') {
      question = block.text
      // It stands beside what comes below.
      if (blocks[i + 1] !== undefined) return []
    }
    return rowsOf(harvest, block).map((row) => ({ activity: sectionTitle(harvest, title), question, ...row }))
  })
}

/** What notes are measured by in the harvest: each is a column of its own, after the others. */
interface Measure {
  readonly name: string
  readonly isOf: (value: HarvestValue) => boolean
}

function measuresIn({ sections }: Harvest): Measure[] {
  const nameOfValue = ({ label, of }: HarvestValue): string =>
    of === undefined ? label : `${label} (/${of})`
  const values = sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === 'notes' ? block.zones.flatMap(({ notes }) => notes) : []))
    .flatMap((note) => note.values ?? [])
  return [...new Set(values.map(nameOfValue))].map((name) => ({
    name,
    isOf: (value) => nameOfValue(value) === name,
  }))
}

/** For spreadsheets of the session's language: UTF-8 with its mark, every cell quoted, no cell a formula. */
export const csv: Exporter = {
  id: 'csv',
  mime: 'text/csv; charset=utf-8',
  extension: 'csv',
  use: 'file',
  onlyOurLetters: false,
  words,
  render: async (harvest) => {
    const measures = measuresIn(harvest)
    const inCell = ({ value, number }: HarvestValue): string =>
      // A figure is one: « 3/5 » would become the 3rd of May, and -2 has nothing to be kept from.
      number === undefined ? cell(value) : figure(harvest, number)
    const line = ({ values = [], ...row }: Row): string[] => [
      ...COLUMNS.map((column) => cell(row[column] ?? '')),
      ...measures.map(({ isOf }) => values.filter(isOf).map(inCell).join(', ')),
    ]
    const people = namesOf(harvest, harvest.people).map((name) => ({
      activity: harvest.title,
      type: items[harvest.language].person,
      text: name,
    }))
    const names = columns[harvest.language]
    const data = [
      [...COLUMNS.map((column) => names[column]), ...measures.map(({ name }) => cell(name))],
      ...[...harvest.sections.flatMap((section) => sectionRows(harvest, section)), ...people].map(line),
    ]
    const { delimiter } = DIALECTS[harvest.language]
    return `\ufeff${Papa.unparse(data, { delimiter, quotes: true, newline: '\r\n' })}\r\n`
  },
}
