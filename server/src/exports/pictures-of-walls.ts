import { type Harvest, type SvgPicture, wallPictures, wallSvg } from '@escale/shared'
import type { ExportOptions } from './exporter.ts'
import { boardPictures, notePictures } from './note-pictures.ts'
import { wallWords, wordsOf } from './words.ts'

/** The harvest's walls as one picture; a harvest without any is a page that says so. */
export async function drawWalls(
  harvest: Harvest,
  { shape, day, pictures }: ExportOptions,
  look: { readonly css?: string; readonly pinned?: boolean },
): Promise<SvgPicture> {
  const words = wallWords(harvest, day)
  // A picture that is on a note, too, is as fine there as under the notes.
  const shown = new Map([
    ...(await notePictures(harvest, pictures)),
    ...(await boardPictures(harvest, pictures)),
  ])
  const walls = wallPictures(harvest, words, shown)
  const isDamaged = harvest.sections.some(({ blocks }) => blocks.some(({ type }) => type === 'unreadable'))
  const none = {
    title: harvest.title,
    question: '',
    context: wordsOf(harvest).title,
    details: words.date,
    legend: [],
    zones: [],
    empty: isDamaged ? wordsOf(harvest).unreadable : wordsOf(harvest).noWall,
  }
  // Of what is damaged it is not known what it was: a page of its own says so, behind those that are whole.
  return wallSvg(walls.length > 0 && !isDamaged ? walls : [...walls, none], {
    shape,
    language: harvest.language,
    ...look,
  })
}
