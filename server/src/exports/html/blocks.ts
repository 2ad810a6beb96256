import {
  DRAWING_HEIGHT,
  DRAWING_WIDTH,
  drawingPaths,
  type Harvest,
  type HarvestBlock,
  type HarvestNote,
  linkParts,
  NOTE_COLOURS,
  type NotePictures,
  noteRuns,
  xmlText,
} from '@escale/shared'
import type { PictureSource } from '../exporter.ts'
import { counted, groupTitle, measuresOf, nameOf, namesOf, rankText, weightOf, wordsOf } from '../words.ts'
import { anchor, prose } from './prose.ts'

/** People's text: text and nothing else, its line breaks kept, its direction its own affair. */
const written = (text: string): string => `<span class="text" dir="auto">${xmlText(text.trim())}</span>`

const signed = (harvest: Harvest, author: string | null): string => {
  const name = nameOf(harvest, author)
  return name === null ? '' : `<span class="who">— <bdi>${xmlText(name)}</bdi></span>`
}

const weight = (harvest: Harvest, note: HarvestNote): string => {
  const said = weightOf(harvest, note)
  return said === '' ? '' : `<span class="weight">${xmlText(said)}</span>`
}

const measured = (harvest: Harvest, note: HarvestNote): string => {
  const measures = measuresOf(harvest, note)
  return measures === '' ? '' : `<span class="who" dir="auto">${xmlText(measures)}</span>`
}

type Block<T extends HarvestBlock['type']> = Extract<HarvestBlock, { type: T }>

/** A note's text, in which addresses can be followed. */
const linked = (text: string): string =>
  linkParts(text.trim())
    .map((part) => (part.href === undefined ? xmlText(part.text) : anchor(part.href, xmlText(part.text))))
    .join('')

const drawn = (harvest: Harvest, drawing: string): string => {
  const paths = drawingPaths(drawing).map(({ width, d }) => `<path stroke-width="${width}" d="${d}"/>`)
  return `<svg class="drawn" viewBox="0 0 ${DRAWING_WIDTH} ${DRAWING_HEIGHT}" role="img" aria-label="${xmlText(wordsOf(harvest).drawing)}">${paths.join('')}</svg>`
}

function noteHtml(
  harvest: Harvest,
  { text, picture: id = '', drawing }: HarvestNote,
  pictures: NotePictures,
): string {
  const shown = pictures.get(id)
  const say = xmlText(wordsOf(harvest).picture)
  return [
    ...(shown
      ? [`<img src="${shown.href}" alt="${say}" width="${shown.width}" height="${shown.height}">`]
      : id === ''
        ? []
        : [`<p>${say}</p>`]),
    ...(drawing === undefined ? [] : [drawn(harvest, drawing)]),
    ...(text.trim() === '' ? [] : [`<span class="text" dir="auto">${linked(text)}</span>`]),
  ].join('')
}

const paper = (harvest: Harvest, note: HarvestNote, pictures: NotePictures): string =>
  `<li class="note c${NOTE_COLOURS[note.colour] ? note.colour : 0}">${noteHtml(harvest, note, pictures)}${measured(harvest, note)}${weight(harvest, note)}${signed(harvest, note.author)}</li>`

function notes(harvest: Harvest, { zones }: Block<'notes'>, pictures: NotePictures): string {
  const say = wordsOf(harvest)
  return zones
    .map((zone) => {
      const items = noteRuns(zone).flatMap(({ title, notes: inside }) => {
        const papers = inside.map((note) => paper(harvest, note, pictures))
        return title === null
          ? papers
          : `<li class="stack"><h4><bdi>${xmlText(title || say.stack)}</bdi></h4>\n<ul>\n${papers.join('\n')}\n</ul></li>`
      })
      const count = xmlText(counted(harvest, say.notes, zone.notes.length))
      // A wall without zones has nothing to call them by: how many there are is heading enough.
      const heading =
        zone.title === ''
          ? `<h3>${count}</h3>`
          : `<h3><bdi>${xmlText(zone.title)}</bdi> <span class="count">${count}</span></h3>`
      return items.length === 0
        ? `${heading}\n<p class="quiet">${xmlText(say.emptyZone)}</p>`
        : `${heading}\n<ul class="notes">\n${items.join('\n')}\n</ul>`
    })
    .join('\n')
}

function ranking(harvest: Harvest, block: Block<'ranking'>): string {
  const say = wordsOf(harvest)
  const rows = block.entries.map((entry) => {
    const names = namesOf(harvest, entry.people).join(', ')
    const who = names === '' ? '' : `<span class="who">— <bdi>${xmlText(names)}</bdi></span>`
    return `<tr><td>${xmlText(rankText(harvest, entry))}</td><td>${written(entry.text)}${who}</td><td>${xmlText(counted(harvest, say.votes, entry.votes))}</td></tr>`
  })
  return `<h3>${xmlText(say.result)} <span class="count">${xmlText(counted(harvest, say.voted, block.voted))}</span></h3>\n<table><tbody>${rows.join('\n')}</tbody></table>`
}

function stories(harvest: Harvest, block: Block<'stories'>): string {
  const say = wordsOf(harvest)
  const words = block.words.map((word) => `<li dir="auto">${xmlText(word)}</li>`).join('')
  return [
    ...(words === '' ? [] : [`<h3>${say.words}</h3>\n<ul class="words">${words}</ul>`]),
    `<h3>${say.stories}</h3>`,
    ...(block.stories.length === 0 ? [`<p class="quiet">${say.noStory}</p>`] : []),
    ...block.stories.map((s) => `<div class="story">${written(s.text)}${signed(harvest, s.author)}</div>`),
  ].join('\n')
}

const unreadable = (harvest: Harvest): string =>
  `<p class="quiet">${xmlText(wordsOf(harvest).unreadable)}</p>`

function groups(harvest: Harvest, block: Block<'groups'>): string {
  const say = wordsOf(harvest)
  const cards = block.groups.map((group) => {
    const people = group.people.flatMap((id) => nameOf(harvest, id) ?? [])
    return [
      `<div class="group"><h3>${xmlText(groupTitle(harvest, group.title))}</h3>`,
      ...(people.length === 0 ? [] : [`<p class="quiet">${xmlText(people.join(', '))}</p>`]),
      ...(group.unreadable ? [unreadable(harvest)] : []),
      ...(group.text.trim() !== ''
        ? [written(group.text)]
        : group.unreadable
          ? []
          : [`<p class="quiet">${xmlText(say.noPage)}</p>`]),
      '</div>',
    ].join('\n')
  })
  return `<div class="groups">\n${cards.join('\n')}\n</div>`
}

const RASTER = /^image\/(?:png|jpeg|webp|gif|avif)$/

/** A picture inside the page, so that nothing is loaded; without it, its words. */
async function picture(
  { picture: id, alt, credit }: Block<'picture'>,
  source: PictureSource,
): Promise<string> {
  const stored = await source(id)
  const said = [alt, credit].filter(Boolean).join(' · ')
  if (stored === undefined || !RASTER.test(stored.mediaType))
    return said === '' ? '' : `<p class="quiet">${xmlText(said)}</p>`
  const data = Buffer.from(stored.bytes).toString('base64')
  const caption = credit === '' ? '' : `<figcaption>${xmlText(credit)}</figcaption>`
  return `<figure><img src="data:${stored.mediaType};base64,${data}" alt="${xmlText(alt)}">${caption}</figure>`
}

function table({ columns, rows }: Block<'table'>): string {
  const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag} dir="auto">${xmlText(cell)}</${tag}>`).join('')}</tr>`
  return `<table><thead>${row(columns, 'th')}</thead><tbody>${rows.map((r) => row(r, 'td')).join('\n')}</tbody></table>`
}

export async function blockHtml(
  harvest: Harvest,
  block: HarvestBlock,
  source: PictureSource,
  notePictures: NotePictures,
): Promise<string> {
  switch (block.type) {
    case 'heading':
      return `<h3>${xmlText(block.text)}</h3>`
    case 'markdown':
      return `<div class="prose">${prose(block.text)}</div>`
    case 'link':
      return `<p class="link">${anchor(block.url, xmlText(block.label))}</p>`
    case 'picture':
      return picture(block, source)
    case 'notes':
      return notes(harvest, block, notePictures)
    case 'ranking':
      return ranking(harvest, block)
    case 'stories':
      return stories(harvest, block)
    case 'groups':
      return groups(harvest, block)
    case 'unreadable':
      return unreadable(harvest)
    case 'table':
      return table(block)
  }
}
