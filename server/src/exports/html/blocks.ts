import {
  categoryOf,
  DRAWING_HEIGHT,
  DRAWING_WIDTH,
  drawingPaths,
  type Harvest,
  type HarvestBlock,
  type HarvestCategory,
  type HarvestNote,
  linkParts,
  NOTE_COLOURS,
  type NotePictures,
  stacksAndRest,
  xmlText,
} from '@escale/shared'
import type { PictureSource } from '../exporter.ts'
import {
  counted,
  groupTitle,
  measuresOf,
  nameOf,
  namesOf,
  rankText,
  resultTitle,
  sizeOf,
  weightOf,
  wordsOf,
} from '../words.ts'
import { anchor, prose } from './prose.ts'

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

/** People's text: text and nothing else but addresses that can be followed, its line breaks kept, its direction its own affair. */
function written(text: string): string {
  const linked = linkParts(text.trim()).map((part) =>
    part.href === undefined ? xmlText(part.text) : anchor(part.href, xmlText(part.text)),
  )
  return `<span class="text" dir="auto">${linked.join('')}</span>`
}

/** Names beside each other, each read in its own direction. */
const bdis = (names: readonly string[]): string =>
  names.map((name) => `<bdi>${xmlText(name)}</bdi>`).join(', ')

/** A category's letter on its colour, and its name. */
const categoryHtml = ({ letter, label, colour }: HarvestCategory): string =>
  `<span class="letter c${colour}">${letter}</span>${label.trim() === '' ? '' : ` <bdi>${xmlText(label)}</bdi>`}`

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
    ...(text.trim() === '' ? [] : [written(text)]),
  ].join('')
}

function legend(harvest: Harvest, { categories = [] }: Block<'notes'>): string {
  if (categories.length === 0) return ''
  const items = categories.map((one) => `<li>${categoryHtml(one)}</li>`)
  return `<ul class="legend" aria-label="${xmlText(wordsOf(harvest).categories)}">${items.join('')}</ul>\n`
}

/** From so many notes on, a stack is as wide as the page. */
const WIDE_STACK_NOTES = 4

function notes(harvest: Harvest, block: Block<'notes'>, pictures: NotePictures): string {
  const say = wordsOf(harvest)
  const countOf = ({ length }: readonly HarvestNote[]): string => xmlText(counted(harvest, say.notes, length))
  const paper = (note: HarvestNote): string => {
    const category = categoryOf(block, note)
    return [
      `<li class="note c${NOTE_COLOURS[note.colour] ? note.colour : 0}">`,
      noteHtml(harvest, note, pictures),
      category ? `<span class="category">${categoryHtml(category)}</span>` : '',
      measured(harvest, note),
      weight(harvest, note),
      signed(harvest, note.author),
      '</li>',
    ].join('')
  }
  const papers = (inside: readonly HarvestNote[]): string =>
    `<ul class="notes">\n${inside.map(paper).join('\n')}\n</ul>`
  const zones = block.zones
    .map((zone) => {
      const { stacks, rest } = stacksAndRest(zone)
      const frames = stacks.map(
        ({ title, notes: inside, votes }) =>
          `<div class="stack s${Math.min(WIDE_STACK_NOTES, inside.length)}"><h4><bdi>${xmlText(title || say.stack)}</bdi> <span class="count">${xmlText(sizeOf(harvest, { notes: inside, votes }))}</span></h4>\n${papers(inside)}</div>`,
      )
      const items = [
        ...(frames.length > 0 ? [`<div class="stacks">\n${frames.join('\n')}\n</div>`] : []),
        ...(rest.length > 0 ? [papers(rest)] : []),
      ]
      const count = countOf(zone.notes)
      // A wall without zones has nothing to call them by: how many there are is heading enough.
      const heading =
        zone.title === ''
          ? `<h3>${count}</h3>`
          : `<h3><bdi>${xmlText(zone.title)}</bdi> <span class="count">${count}</span></h3>`
      return items.length === 0
        ? `${heading}\n<p class="quiet">${xmlText(say.emptyZone)}</p>`
        : `${heading}\n${items.join('\n')}`
    })
    .join('\n')
  return `${legend(harvest, block)}${zones}`
}

function ranking(harvest: Harvest, block: Block<'ranking'>): string {
  const say = wordsOf(harvest)
  const rows = block.entries.map((entry) => {
    const names = bdis(namesOf(harvest, entry.people))
    const who = names === '' ? '' : `<span class="who">— ${names}</span>`
    const whole = entry.stack
      ? ` <span class="count">${xmlText(sizeOf(harvest, { notes: entry.stack.notes }))}</span>`
      : ''
    return `<tr><td>${xmlText(rankText(harvest, entry))}</td><td>${written(entry.text)}${whole}${who}</td><td>${xmlText(counted(harvest, say.votes, entry.votes))}</td></tr>`
  })
  return `<h3>${xmlText(resultTitle(harvest, block.round))} <span class="count">${xmlText(counted(harvest, say.voted, block.voted))}</span></h3>\n<table><tbody>${rows.join('\n')}</tbody></table>`
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
    const people = bdis(namesOf(harvest, group.people))
    return [
      `<div class="group"><h3><bdi>${xmlText(groupTitle(harvest, group.title))}</bdi></h3>`,
      ...(people === '' ? [] : [`<p class="quiet">${people}</p>`]),
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
    return said === '' ? '' : `<p class="quiet" dir="auto">${xmlText(said)}</p>`
  const data = Buffer.from(stored.bytes).toString('base64')
  const caption = credit === '' ? '' : `<figcaption dir="auto">${xmlText(credit)}</figcaption>`
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
      return `<h3 class="question" dir="auto">${xmlText(block.text)}</h3>`
    case 'markdown':
      return `<div class="prose">${prose(block.text)}</div>`
    case 'link':
      return `<p class="link" dir="auto">${anchor(block.url, xmlText(block.label))}</p>`
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
