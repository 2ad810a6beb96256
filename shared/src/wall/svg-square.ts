/** A note on a board: a square of NOTE_SIDE, in which everything is made to fit. In board units. */
import { DRAWING_HEIGHT, DRAWING_WIDTH, drawingPaths } from './drawing.ts'
import { FIT_PADDING, fontFor, type Room } from './fit.ts'
import { NOTE_SIDE } from './note.ts'
import { type FittedText, fitText } from './svg-fit.ts'
import { calm } from './svg-note.ts'
import type { BoardItem, PictureNote, PlacedArt, PlacedNote, PlacedText } from './svg-picture.ts'

const INSIDE = NOTE_SIDE - 2 * FIT_PADDING
/** The line at the foot: its usual size, and the most room that it takes. */
const FOOT = { size: 12.5, most: 52, gap: 6 } as const
/** From the top of a line to its letters' foot, in their size. */
const BASELINE_EM = 0.97
/** Of a pile's name. */
const TITLE_SIZE = 27
/** Beside a picture, words take this share of the note at most and are no larger than this. */
const WORDS_BESIDE_ART = { share: 0.5, size: 19, gap: 8 } as const

type Art = Pick<PlacedArt, 'content'> & { readonly ratio: number }

function artOf({ picture, drawing }: PictureNote): Art[] {
  const paths = drawing === undefined ? [] : drawingPaths(drawing)
  return [
    ...(picture && picture.width > 0 && picture.height > 0
      ? [{ content: { href: picture.href }, ratio: picture.width / picture.height }]
      : []),
    ...(paths.length > 0 ? [{ content: { paths }, ratio: DRAWING_WIDTH / DRAWING_HEIGHT }] : []),
  ]
}

/** One below the other, each whole and in the middle of its share of the room. */
function placeArt(art: readonly Art[], left: number, top: number, room: Room): PlacedArt[] {
  const { gap } = WORDS_BESIDE_ART
  const share = (room.height - gap * (art.length - 1)) / art.length
  return art.map(({ content, ratio }, i) => {
    const width = Math.min(room.width, share * ratio)
    const height = width / ratio
    const y = top + i * (share + gap) + (share - height) / 2
    return { content, width, height, x: left + (room.width - width) / 2, y }
  })
}

const placed = (
  fitted: FittedText,
  x: number,
  top: number,
  style: Pick<PlacedText, 'bold' | 'quiet'>,
): PlacedText => ({ ...fitted, ...style, x, y: top + fitted.size * BASELINE_EM })

function fitWords(text: string, room: Room, hasArt: boolean, isPile: boolean): FittedText {
  if (isPile) return fitText(text, room, TITLE_SIZE, 'bold')
  if (!hasArt) return fitText(text, room, fontFor(text, room))
  const beside = { width: room.width, height: room.height * WORDS_BESIDE_ART.share }
  return fitText(text, beside, Math.min(WORDS_BESIDE_ART.size, fontFor(text, beside)))
}

export function squareNote({ x: middleX, y: middleY, note, isPile }: BoardItem): PlacedNote {
  const [x, y] = [middleX - NOTE_SIDE / 2, middleY - NOTE_SIDE / 2]
  const [left, top] = [x + FIT_PADDING, y + FIT_PADDING]
  const foot =
    note.author === null ? null : fitText(note.author, { width: INSIDE, height: FOOT.most }, FOOT.size)
  const room = { width: INSIDE, height: INSIDE - (foot === null ? 0 : foot.height + FOOT.gap) }
  const art = artOf(note)
  const text = calm(note.text)
  const isBlank = text === '' && art.length > 0
  const words = fitWords(text, room, art.length > 0, isPile)
  const below = isBlank ? 0 : words.height + WORDS_BESIDE_ART.gap
  return {
    ...{ x, y, width: NOTE_SIDE, height: NOTE_SIDE },
    colour: note.colour,
    isPile,
    art: placeArt(art, left, top, { width: INSIDE, height: room.height - below }),
    text: {
      ...placed(words, left, art.length > 0 ? top + room.height - words.height : top, {
        bold: isPile,
        quiet: false,
      }),
      lines: isBlank ? [] : words.lines,
    },
    author:
      foot && placed(foot, left, y + NOTE_SIDE - FIT_PADDING - foot.height, { bold: false, quiet: true }),
  }
}
