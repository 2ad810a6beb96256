/**
 * A wall as a picture: one pure function, used wherever a wall leaves the screen. Text stays text (it can be selected,
 * searched and read aloud), and people's text is only ever text.
 */
import { DRAWING_WIDTH } from './drawing.ts'
import { NOTE_COLOURS, NOTE_INK } from './palette.ts'
import { layoutWall, sharingOf } from './svg-layout.ts'
import { fontFamily, lineSpans } from './svg-letters.ts'
import type {
  Box,
  PictureShape,
  PlacedArt,
  PlacedBoard,
  PlacedNote,
  PlacedSwatch,
  PlacedText,
  WallLayout,
  WallPicture,
} from './svg-picture.ts'
import { BOARD_EDGE, BOARD_PAPER, shapeSvg } from './svg-shapes.ts'
import { boxOf, figure, xmlText } from './svg-xml.ts'

/** Of what is drawn from top to bottom, a part: the rows between these, in the units of what is asked. */
interface Rows {
  readonly top: number
  readonly bottom: number
}
const ALL: Rows = { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY }
/** So far a note's shadow, edge and pile reach beyond its box, at most. */
const BEYOND_NOTE = 20

/** These rows, as what stands at `y` and is drawn `scale` times as large counts them. */
const rowsWithin = (
  { top, bottom }: Rows,
  { y, scale }: { readonly y: number; readonly scale: number },
): Rows => ({
  top: (top - y) / scale,
  bottom: (bottom - y) / scale,
})
const isAmong = ({ top, bottom }: Rows, { y, height }: Box): boolean =>
  y - BEYOND_NOTE < bottom && y + height + BEYOND_NOTE > top

const PAGE = {
  paper: '#fdfaf3',
  panel: '#f3ecdd',
  ink: NOTE_INK.light,
  quiet: '#5d564b',
  edge: '#231f1a',
} as const

/** `right`: where a line that is read from right to left begins. */
function textSvg(text: PlacedText, right: number, pinned: boolean, opacity = 1): string {
  const weight = text.bold ? 'bold' : 'regular'
  const spans = text.lines.map((line, i) => {
    const spot = { x: text.x, y: text.y + i * text.leading, right, size: text.size, weight } as const
    const letters = line.text.trim() === '' ? '' : lineSpans(line.text, spot, pinned)
    return line.continues || i === text.lines.length - 1 ? letters : `${letters}\n`
  })
  // Said of the letters: a group that is seen through is drawn apart, and outside of a band that ends the renderer.
  const attributes = `${text.bold ? ' font-weight="700"' : ''}${opacity === 1 ? '' : ` fill-opacity="${opacity}"`}`
  const fill = text.quiet ? PAGE.quiet : PAGE.ink
  return `<text font-size="${figure(text.size)}"${attributes} fill="${fill}">${spans.join('')}</text>`
}

const boxSvg = (box: Box, attributes: string): string => `<rect ${boxOf(box)} ${attributes}/>`

function artSvg({ content, ...box }: PlacedArt): string {
  if ('href' in content) return `<image ${boxOf(box)} href="${xmlText(content.href)}"/>`
  const paths = content.paths.map((path) => `<path stroke-width="${path.width}" d="${path.d}"/>`)
  const place = `translate(${figure(box.x)} ${figure(box.y)}) scale(${String(box.width / DRAWING_WIDTH)})`
  return `<g transform="${place}" fill="none" stroke="${PAGE.ink}" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</g>`
}

const AUTHOR_OPACITY = 0.78
/** The papers under the first of a pile, from the lowest: how far each shows, in board units. */
const UNDER_PILE = [12, 6] as const

function noteSvg(note: PlacedNote, pinned: boolean): string {
  const paper = NOTE_COLOURS[note.colour]?.light ?? PAGE.panel
  const lower = note.isPile ? UNDER_PILE : []
  const right = note.x + note.width - (note.text.x - note.x)
  const author =
    note.author === null ? '' : textSvg({ ...note.author, quiet: false }, right, pinned, AUTHOR_OPACITY)
  return [
    '<g>',
    ...lower.map((by) =>
      boxSvg(
        { ...note, x: note.x + by, y: note.y + by },
        `rx="4" fill="${paper}" stroke="${PAGE.edge}" stroke-opacity="0.35"`,
      ),
    ),
    boxSvg({ ...note, x: note.x + 1.5, y: note.y + 3 }, `rx="5" fill="${PAGE.edge}" fill-opacity="0.13"`),
    boxSvg(note, `rx="4" fill="${paper}" stroke="${PAGE.edge}" stroke-opacity="0.12"`),
    ...note.art.map(artSvg),
    note.text.lines.length === 0 ? '' : textSvg(note.text, right, pinned),
    author,
    '</g>',
  ].join('')
}

function boardSvg(board: PlacedBoard, pinned: boolean, rows: Rows): string {
  const seen = rowsWithin(rows, board)
  const { x, y, scale, under } = board
  const edge = `stroke="${BOARD_EDGE}"`
  const shapes = under.shapes.map((shape) => shapeSvg(shape, pinned))
  return [
    `<g transform="translate(${figure(x)} ${figure(y)}) scale(${String(scale)})">`,
    board.paper ? boxSvg(board.paper, `rx="32" fill="${BOARD_PAPER}" ${edge} stroke-width="4"`) : '',
    ...board.frames.map((box) => boxSvg(box, `rx="24" fill="${BOARD_PAPER}" ${edge} stroke-width="3"`)),
    shapes.length === 0 ? '' : `<g transform="scale(${String(under.unit)})">${shapes.join('')}</g>`,
    ...board.titles.map((text, i) => {
      const frame = board.frames[i] ?? { x: text.x, width: 0 }
      return textSvg(text, frame.x + frame.width - (text.x - frame.x), pinned)
    }),
    ...board.notes.filter((note) => isAmong(seen, note)).map((note) => noteSvg(note, pinned)),
    '</g>',
  ]
    .filter((part) => part !== '')
    .join('\n')
}

function swatchSvg({ colour, letter, label, right, ...box }: PlacedSwatch, pinned: boolean): string {
  const paper = NOTE_COLOURS[colour]?.light ?? PAGE.panel
  return [
    boxSvg(box, `rx="4" fill="${paper}" stroke="${PAGE.edge}" stroke-opacity="0.35"`),
    textSvg(letter, box.x + box.width, pinned),
    textSvg(label, right, pinned),
  ].join('')
}

function pageSvg(layout: WallLayout, pinned: boolean, rows: Rows): string {
  return [
    boxSvg({ x: 0, y: 0, width: layout.width, height: layout.height }, `fill="${PAGE.paper}"`),
    ...layout.boards.map((board) => boardSvg(board, pinned, rows)),
    ...layout.zones.map((box) => boxSvg(box, `rx="12" fill="${PAGE.panel}"`)),
    ...layout.texts.map((text) => textSvg(text, text.right ?? layout.width - text.x, pinned)),
    ...layout.legend.map((swatch) => swatchSvg(swatch, pinned)),
    ...layout.notes.filter((note) => isAmong(rows, note)).map((note) => noteSvg(note, pinned)),
  ].join('\n')
}

export interface SvgOptions {
  readonly shape: PictureShape
  readonly language: string
  /** CSS put into the picture, e.g. an embedded typeface; never anybody's text. */
  readonly css?: string
  /** For a renderer that has our typefaces but cannot choose between them letter by letter (see svg-letters.ts). */
  readonly pinned?: boolean
}

export interface SvgPicture {
  /** The whole. */
  readonly svg: string
  readonly width: number
  readonly height: number
  /** From `top` down to `bottom`, as a picture that is as wide: notes that lie outside are not in it, and need no memory. */
  readonly band: (top: number, bottom: number) => string
}

/** One or several walls, all as wide: on a slide, which stays 16:9, beside and below one another, else one below the other. */
export function wallSvg(
  pictures: readonly WallPicture[],
  { shape, language, css, pinned = false }: SvgOptions,
): SvgPicture {
  const { columns, rows, ratio } = sharingOf(pictures.length, shape)
  const layouts = pictures.map((picture) => layoutWall(picture, shape, ratio))
  const place = Math.max(...layouts.map((l) => l.width))
  const width = columns * place
  let below = 0
  const places = layouts.map((layout, i) => {
    const spot = { x: (i % columns) * place, y: below, scale: place / layout.width }
    if (i % columns === columns - 1) below += layout.height * spot.scale
    return { layout, spot }
  })
  const height = ratio === null ? below : (rows * place) / ratio
  // What no wall needs is paper, too.
  const paper = boxSvg({ x: 0, y: 0, width, height }, `fill="${PAGE.paper}"`)
  const head = [
    `<title>${layouts.map((l) => xmlText(l.title)).join(' · ')}</title>`,
    ...(css === undefined ? [] : [`<style>${css}</style>`]),
    ...(columns * rows > layouts.length ? [paper] : []),
  ]
  const draw = (size: string, seen: Rows): string =>
    [
      `<svg xmlns="http://www.w3.org/2000/svg" ${size} xml:lang="${xmlText(language)}" font-family="${fontFamily('text')}">`,
      ...head,
      ...places.map(({ layout, spot }) => {
        const at = `translate(${figure(spot.x)} ${figure(spot.y)}) scale(${String(spot.scale)})`
        return `<g transform="${at}">${pageSvg(layout, pinned, rowsWithin(seen, spot))}</g>`
      }),
      '</svg>',
    ].join('\n')
  return {
    width,
    height,
    // Drawn when it is asked for: whoever takes bands needs no whole.
    get svg() {
      const [wide, high] = [figure(width), figure(height)]
      return draw(`width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}"`, ALL)
    },
    // Bands stand one below the other: what they are cut by is not rounded.
    band: (top, bottom) =>
      draw(`width="${width}" height="${bottom - top}" viewBox="0 ${top} ${width} ${bottom - top}"`, {
        top,
        bottom,
      }),
  }
}
