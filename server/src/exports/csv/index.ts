import { type Harvest, type HarvestBlock, type HarvestNote, NOTE_COLOURS, noteRuns } from '@escale/shared'
import Papa from 'papaparse'
import type { Exporter } from '../exporter.ts'
import { artWords, groupTitle, nameOf, namesOf, rankText, sectionTitle, wordsOf } from '../words.ts'
import { cell } from './cell.ts'
import { colours, columns, items, words } from './words.ts'

interface Row {
  readonly type: string
  readonly zone?: string
  readonly text: string
  readonly colour?: string
  readonly author?: string | null
  readonly group?: string
  readonly votes?: number | undefined
  readonly likes?: number | undefined
  readonly rank?: string
  readonly values?: NonNullable<HarvestNote['values']>
}

const colourName = ({ language }: Harvest, index: number): string => {
  const colour = NOTE_COLOURS[index]
  return colour === undefined ? '' : colours[language][colour.id]
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
      return block.zones.flatMap((zone) =>
        noteRuns(zone).flatMap(({ title, notes }) =>
          notes.map((note) => ({
            type: type.note,
            zone: zone.title,
            text: [
              ...(note.text.trim() === '' ? [] : [note.text]),
              ...artWords(harvest, note).map((word) => `[${word}]`),
            ].join('\n'),
            colour: colourName(harvest, note.colour),
            author: nameOf(harvest, note.author),
            votes: note.votes,
            likes: note.likes,
            values: note.values ?? [],
            group: title === null ? '' : title || wordsOf(harvest).stack,
          })),
        ),
      )
    case 'ranking':
      return block.entries.map((entry) => ({
        type: type.ranked,
        text: entry.text,
        author: namesOf(harvest, entry.people).join(', '),
        votes: entry.votes,
        rank: rankText(harvest, entry),
      }))
    case 'stories':
      return [
        ...block.words.map((word) => ({ type: type.word, text: word })),
        ...block.stories.map((s) => ({ type: type.story, text: s.text, author: nameOf(harvest, s.author) })),
      ]
    case 'groups':
      return block.groups.map((group) => ({
        type: type.group,
        text: [...(group.unreadable ? [wordsOf(harvest).unreadable] : []), group.text]
          .filter(Boolean)
          .join('\n'),
        author: group.people.flatMap((id) => nameOf(harvest, id) ?? []).join(', '),
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

/** The names of all dimensions in the harvest: each is a column of its own, after the others. */
const dimensionsOf = ({ sections }: Harvest): string[] => [
  ...new Set(
    sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.type === 'notes' ? block.zones.flatMap(({ notes }) => notes) : []))
      .flatMap(({ values = [] }) => values.map(({ label }) => label)),
  ),
]

/** For French spreadsheets: UTF-8 with its mark, semicolons, every cell quoted, no cell a formula. */
export const csv: Exporter = {
  id: 'csv',
  mime: 'text/csv; charset=utf-8',
  extension: 'csv',
  use: 'file',
  words,
  render: async (harvest) => {
    const type = items[harvest.language]
    const dimensions = dimensionsOf(harvest)
    const line = (section: string, row: Row): string[] =>
      [
        ...[section, row.type, row.zone ?? '', row.text, row.colour ?? '', row.author ?? '', row.group ?? ''],
        ...[String(row.votes ?? ''), String(row.likes ?? ''), row.rank ?? ''],
        ...dimensions.map((one) =>
          (row.values ?? []).flatMap(({ label, value }) => (label === one ? [value] : [])).join(', '),
        ),
      ].map(cell)
    const people = harvest.people.flatMap((id) => {
      const name = nameOf(harvest, id)
      return name === null ? [] : [line(harvest.title, { type: type.person, text: name })]
    })
    const rows = harvest.sections.flatMap((section) =>
      section.blocks.flatMap((block) =>
        rowsOf(harvest, block).map((row) => line(sectionTitle(harvest, section.title), row)),
      ),
    )
    const data = [[...columns[harvest.language], ...dimensions.map(cell)], ...rows, ...people]
    return `\ufeff${Papa.unparse(data, { delimiter: ';', quotes: true, newline: '\r\n' })}\r\n`
  },
}
