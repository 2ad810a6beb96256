import {
  categoryOf,
  type Harvest,
  type HarvestBlock,
  type HarvestNote,
  type HarvestSection,
  noteRuns,
  sayCategory,
} from '@escale/shared'
import type { Exporter, ExportOptions } from '../exporter.ts'
import {
  artWords,
  counted,
  dayOf,
  groupTitle,
  measuresOf,
  nameOf,
  namesOf,
  rankText,
  resultTitle,
  sectionTitle,
  sizeOf,
  weightOf,
  wordsOf,
} from '../words.ts'
import { address, block, inline, label, prose, quoted } from './escape.ts'
import { words } from './words.ts'

const signature = (harvest: Harvest, author: string | null, indent: string): string => {
  const name = nameOf(harvest, author)
  return name === null ? '' : `\\\n${indent}— ${inline(name)}`
}

type Notes = Extract<HarvestBlock, { type: 'notes' }>

/** What is said of a note below its words, a line each. */
function about(harvest: Harvest, block: Notes, note: HarvestNote, indent: string): string {
  const category = categoryOf(block, note)
  const said = [category ? sayCategory(category) : '', measuresOf(harvest, note), weightOf(harvest, note)]
  return said
    .filter((one) => one !== '')
    .map((one) => `\\\n${indent}${inline(one)}`)
    .join('')
}

const noteText = (harvest: Harvest, note: HarvestNote, indent: string): string =>
  [
    ...artWords(harvest, note).map((word) => `*${word}*`),
    ...(note.text.trim() === '' ? [] : [block(note.text, indent)]),
  ].join(`\\\n${indent}`)

const noteLines = (harvest: Harvest, item: Notes, notes: readonly HarvestNote[], indent: string): string[] =>
  notes.map((n) => {
    const below = `${indent}  `
    return `${indent}- ${noteText(harvest, n, below)}${about(harvest, item, n, below)}${signature(harvest, n.author, below)}`
  })

/** What the colours of a wall mean: the list of all categories, those too that nobody chose. */
const legend = (harvest: Harvest, { categories = [] }: Notes): string[] =>
  categories.length === 0
    ? []
    : [
        `**${wordsOf(harvest).categories}**${wordsOf(harvest).list.colon}${categories.map((one) => inline(sayCategory(one))).join(', ')}`,
      ]

function blockText(harvest: Harvest, item: HarvestBlock): string[] {
  const say = wordsOf(harvest)
  switch (item.type) {
    case 'heading':
      return [`### ${inline(item.text)}`]
    case 'markdown':
      return [prose(item.text)]
    case 'link':
      return [item.label === item.url ? address(item.url) : `[${label(item.label)}](${address(item.url)})`]
    case 'picture': {
      const said = [item.alt, item.credit].filter(Boolean).map(inline).join(say.list.separator)
      return [`*${say.picture}*${said === '' ? '' : `${say.list.colon}${said}`}`]
    }
    case 'notes':
      return [
        ...legend(harvest, item),
        ...item.zones.flatMap((zone) => [
          ...(zone.title === '' ? [] : [`### ${inline(zone.title)}`]),
          zone.notes.length === 0
            ? `*${say.emptyZone}*`
            : noteRuns(zone)
                .flatMap(({ title, notes, votes }) =>
                  title === null
                    ? noteLines(harvest, item, notes, '')
                    : [
                        `- **${inline(title || say.stack)}**${say.list.separator}${sizeOf(harvest, { notes, votes })}`,
                        ...noteLines(harvest, item, notes, '  '),
                      ],
                )
                .join('\n'),
        ]),
      ]
    case 'ranking':
      return [
        `### ${resultTitle(harvest, item.round)}`,
        `*${counted(harvest, say.voted, item.voted)}*`,
        item.entries
          .map((entry) => {
            const names = namesOf(harvest, entry.people).map(inline).join(', ')
            const votes = counted(harvest, say.votes, entry.votes)
            return `- **${rankText(harvest, entry)}**${say.list.separator}${votes}\\\n  ${block(entry.text, '  ')}${entry.stack ? ` (${sizeOf(harvest, { notes: entry.stack.notes })})` : ''}${names === '' ? '' : `\\\n  — ${names}`}`
          })
          .join('\n'),
      ]
    case 'stories':
      return [
        ...(item.words.length === 0
          ? []
          : [`**${say.words}**${say.list.colon}${item.words.map(inline).join(', ')}`]),
        item.stories.length === 0 ? `*${say.noStory}*` : `### ${say.stories}`,
        ...item.stories.map((s) => quoted(`${block(s.text, '')}${signature(harvest, s.author, '')}`)),
      ]
    case 'groups':
      return item.groups.flatMap((group) => {
        const people = group.people.flatMap((id) => nameOf(harvest, id) ?? [])
        return [
          `### ${inline(groupTitle(harvest, group.title))}`,
          ...(people.length === 0 ? [] : [people.map(inline).join(', ')]),
          ...(group.unreadable ? [`*${say.unreadable}*`] : []),
          ...(group.text.trim() !== ''
            ? [block(group.text, '')]
            : group.unreadable
              ? []
              : [`*${say.noPage}*`]),
        ]
      })
    case 'unreadable':
      return [`*${say.unreadable}*`]
    case 'table': {
      const row = (cells: readonly string[]): string => `| ${cells.map(inline).join(' | ')} |`
      return [
        [
          row(item.columns),
          row(item.columns.map(() => '---')).replaceAll('\\', ''),
          ...item.rows.map(row),
        ].join('\n'),
      ]
    }
  }
}

const sectionText = (harvest: Harvest, section: HarvestSection): string[] => [
  `## ${inline(sectionTitle(harvest, section.title))}`,
  ...(section.instructions.trim() === '' ? [] : [quoted(prose(section.instructions))]),
  ...section.blocks.flatMap((item) => blockText(harvest, item)),
]

function text(harvest: Harvest, { day }: ExportOptions): string {
  const say = wordsOf(harvest)
  const facts = [say.title, dayOf(harvest, day), counted(harvest, say.participants, harvest.participants)]
  const people = harvest.people.flatMap((id) => nameOf(harvest, id) ?? [])
  return [
    `# ${inline(sectionTitle(harvest, harvest.title))}`,
    `*${facts.join(say.list.separator)}*`,
    ...(harvest.ended ? [] : [`*${say.interim}*`]),
    ...(people.length === 0
      ? []
      : [`## ${say.people}`, people.map((name) => `- ${inline(name)}`).join('\n')]),
    ...(harvest.sections.length === 0 ? [say.nothing] : []),
    ...harvest.sections.flatMap((section) => sectionText(harvest, section)),
  ].join('\n\n')
}

/** The whole harvest as CommonMark, with nothing in it that only one program understands. */
export const markdown: Exporter = {
  id: 'markdown',
  mime: 'text/markdown; charset=utf-8',
  extension: 'md',
  use: 'text',
  onlyOurLetters: false,
  words,
  render: async (harvest, options) => `${text(harvest, options)}\n`,
}
