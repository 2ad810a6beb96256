import { type Harvest, type SvgPicture, wallPictures, wallSvg } from '@escale/shared'
import type { ExportOptions } from './exporter.ts'
import { notePictures } from './note-pictures.ts'
import { wallWords, wordsOf } from './words.ts'

/** The harvest's walls as one picture; a harvest without any is a page that says so. */
export async function drawWalls(
  harvest: Harvest,
  { shape, timeZone, pictures }: ExportOptions,
  look: { readonly css?: string; readonly pinned?: boolean },
): Promise<SvgPicture> {
  const words = wallWords(harvest, timeZone)
  const walls = wallPictures(harvest, words, await notePictures(harvest, pictures))
  const none = {
    title: harvest.title,
    question: '',
    context: wordsOf(harvest).title,
    details: words.date,
    zones: [],
    empty: wordsOf(harvest).noWall,
  }
  return wallSvg(walls.length > 0 ? walls : [none], { shape, language: harvest.language, ...look })
}
