/**
 * A wall as a picture: one pure function, used wherever a wall leaves the screen. Text stays text (it can be selected,
 * searched and read aloud), and people's text is only ever text.
 */
import { NOTE_COLOURS, NOTE_INK } from './palette.ts'
import { layoutWall } from './svg-layout.ts'
import type { Box, PictureShape, PlacedNote, PlacedText, WallLayout, WallPicture } from './svg-picture.ts'

const PAGE = {
  paper: '#fdfaf3',
  panel: '#f3ecdd',
  ink: NOTE_INK.light,
  quiet: '#5d564b',
  edge: '#231f1a',
} as const
/** In this order; the picture of a renderer that has the first three is the same everywhere. */
export const PICTURE_FONTS = [
  'Atkinson Hyperlegible Next',
  'Noto Emoji',
  'DejaVu Sans',
  'sans-serif',
] as const

/** What XML cannot hold, and direction overrides that would garble what stands beside them. */
const UNFIT = /(?![\t\n])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for XML: as content or as an attribute's value. */
export const xmlText = (text: string): string =>
  text.replace(UNFIT, '').replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c)

const RIGHT_TO_LEFT =
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const figure = (n: number): string => String(Math.round(n * 100) / 100)

/** `right`: where a line that is read from right to left begins. */
function textSvg(text: PlacedText, right: number): string {
  const spans = text.lines.map((line, i) => {
    if (line.text.trim() === '') return line.continues ? '' : '\n'
    const rtl = RIGHT_TO_LEFT.test(line.text)
    const at = `x="${figure(rtl ? right : text.x)}" y="${figure(text.y + i * text.leading)}"`
    const end = line.continues || i === text.lines.length - 1 ? '' : '\n'
    return `<tspan ${at}${rtl ? ' text-anchor="end"' : ''}>${xmlText(line.text)}</tspan>${end}`
  })
  const weight = text.bold ? ' font-weight="700"' : ''
  const fill = text.quiet ? PAGE.quiet : PAGE.ink
  return `<text font-size="${figure(text.size)}"${weight} fill="${fill}">${spans.join('')}</text>`
}

const boxSvg = (box: Box, attributes: string): string =>
  `<rect x="${figure(box.x)}" y="${figure(box.y)}" width="${figure(box.width)}" height="${figure(box.height)}" ${attributes}/>`

function noteSvg(note: PlacedNote): string {
  const paper = NOTE_COLOURS[note.colour]?.light ?? PAGE.panel
  const right = note.x + note.width - (note.text.x - note.x)
  const author = note.author === null ? '' : textSvg({ ...note.author, quiet: false }, right)
  return [
    '<g>',
    boxSvg({ ...note, x: note.x + 1.5, y: note.y + 3 }, `rx="5" fill="${PAGE.edge}" fill-opacity="0.13"`),
    boxSvg(note, `rx="4" fill="${paper}" stroke="${PAGE.edge}" stroke-opacity="0.12"`),
    textSvg(note.text, right),
    author === '' ? '' : `<g opacity="0.78">${author}</g>`,
    '</g>',
  ].join('')
}

function pageSvg(layout: WallLayout): string {
  return [
    boxSvg({ x: 0, y: 0, width: layout.width, height: layout.height }, `fill="${PAGE.paper}"`),
    ...layout.zones.map((box) => boxSvg(box, `rx="12" fill="${PAGE.panel}"`)),
    ...layout.texts.map((text) => textSvg(text, layout.width - text.x)),
    ...layout.notes.map(noteSvg),
  ].join('\n')
}

export interface SvgOptions {
  readonly shape: PictureShape
  readonly language: string
  /** CSS put into the picture, e.g. an embedded typeface; never anybody's text. */
  readonly css?: string
}

export interface SvgPicture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/** One or several walls, one below the other, all as wide. */
export function wallSvg(pictures: readonly WallPicture[], { shape, language, css }: SvgOptions): SvgPicture {
  const layouts = pictures.map((picture) => layoutWall(picture, shape))
  const width = Math.max(...layouts.map((l) => l.width))
  let height = 0
  const pages = layouts.map((layout) => {
    const scale = width / layout.width
    const page = `<g transform="translate(0 ${figure(height)}) scale(${String(scale)})">${pageSvg(layout)}</g>`
    height += layout.height * scale
    return page
  })
  const fonts = PICTURE_FONTS.map((f) => (f.includes(' ') ? `'${f}'` : f)).join(', ')
  const size = `width="${figure(width)}" height="${figure(height)}" viewBox="0 0 ${figure(width)} ${figure(height)}"`
  return {
    width,
    height,
    svg: [
      `<svg xmlns="http://www.w3.org/2000/svg" ${size} xml:lang="${xmlText(language)}" font-family="${fonts}">`,
      `<title>${layouts.map((l) => xmlText(l.title)).join(' · ')}</title>`,
      ...(css === undefined ? [] : [`<style>${css}</style>`]),
      ...pages,
      '</svg>',
    ].join('\n'),
  }
}
