import { type Harvest, type HarvestBoard, HarvestFile, type HarvestNote } from '@escale/shared'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { renderText, seen } from './contract.ts'
import type { ExportOptions, StoredPicture } from './exporter.ts'
import { bigHarvest, HOSTILE_NOTES, hostileHarvest } from './harvest-samples.ts'
import { html } from './html/index.ts'
import { json } from './json/index.ts'
import { boardPictures, notePictures } from './note-pictures.ts'
import { pageOf } from './page-of.ts'
import { png } from './png/index.ts'
import { svg } from './svg/index.ts'

const PAPER = { x: -130, y: -130, width: 2_660, height: 1_610 }
const BOARD: HarvestBoard = {
  paper: PAPER,
  frames: [],
  under: {
    unit: 1.5,
    shapes: [
      { type: 'picture', picture: 'photo', x: 0, y: 0, width: 1_600, height: 900 },
      {
        type: 'rect',
        look: 'accent',
        x: 10,
        y: 10,
        width: 50,
        height: 50,
        radius: 9,
        turn: { by: 45, x: 35, y: 35 },
      },
      { type: 'ellipse', look: 'ring-1', x: 800, y: 450, rx: 90, ry: 60 },
      { type: 'path', look: 'path', d: 'M0 0 H90', thickness: 9, from: { x: 5, y: 5 } },
      { type: 'text', text: 'Garder <b>', x: 116, y: 84, anchor: 'start', size: 52, widest: 90 },
    ],
  },
  places: [
    { note: 'n1', x: 300, y: 300 },
    { note: 'n2', x: 2_100, y: 1_050 },
  ],
  waiting: 'Pas encore placés',
}
const note = (id: string, text: string): HarvestNote => ({ id, text, colour: 0, author: null })
const [section] = bigHarvest(1, () => '').sections
const harvestOf = (board: HarvestBoard, notes: readonly HarvestNote[]): Harvest => ({
  ...bigHarvest(1, () => ''),
  sections: section
    ? [{ ...section, blocks: [{ type: 'notes', zones: [{ title: '', notes }], board }] }]
    : [],
})
const harvest = harvestOf(BOARD, [
  note('n1', 'Relier les initiatives'),
  note('n2', '\u00a0'),
  note('n3', 'Encore ailleurs'),
])

let photo: StoredPicture
beforeAll(async () => {
  const drawn = sharp({ create: { width: 4_000, height: 2_000, channels: 3, background: '#d00000' } })
  photo = { mediaType: 'image/webp', bytes: new Uint8Array(await drawn.webp().toBuffer()) }
})
const options: ExportOptions = {
  pictures: async (id) => (id === 'photo' ? photo : undefined),
  shape: 'slide',
  day: '2020-04-24',
}
const without: ExportOptions = { ...options, pictures: async () => undefined }

/** The pixels of a square of the board, counted by a condition on red, green and blue. */
async function counted(
  file: Uint8Array | string,
  at: { x: number; y: number },
  is: (rgb: number[]) => boolean,
) {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
  const drawing = pageOf(await renderText(svg, harvest), 'image/svg+xml')
  const [, x, y, scale] =
    /translate\(([\d.-]+) ([\d.-]+)\) scale\(([\d.]+)\)/
      .exec(drawing.querySelector('g > g')?.getAttribute('transform') ?? '')
      ?.map(Number) ?? []
  const perUnit = info.width / Number(drawing.documentElement.getAttribute('width'))
  const pixel = (from: number, by: number) => Math.round((from + by * (scale ?? 0)) * perUnit)
  let found = 0
  for (let row = pixel(y ?? 0, at.y - 90); row < pixel(y ?? 0, at.y + 90); row++)
    for (let column = pixel(x ?? 0, at.x - 90); column < pixel(x ?? 0, at.x + 90); column++) {
      const i = (row * info.width + column) * info.channels
      if (is([...data.subarray(i, i + 3)])) found += 1
    }
  return found
}
const isInk = ([r = 255, g = 255, b = 255]: number[]): boolean => r < 90 && g < 90 && b < 90
const isRed = ([r = 0, g = 255, b = 255]: number[]): boolean => r > 180 && g < 40 && b < 40

describe('[M80] the picture of a board', () => {
  test('in pixels has words where a note stands, and its background where none does', async () => {
    const file = await png.render(harvest, options)
    const blank = await counted(file, { x: 2_100, y: 1_050 }, isInk)
    expect(await counted(file, { x: 300, y: 300 }, isInk)).toBeGreaterThan(blank + 150)
    expect(await counted(file, { x: 1_200, y: 300 }, isRed)).toBeGreaterThan(5_000)
    expect(await counted(file, { x: 300, y: 300 }, isRed)).toBe(0)
  })

  test('as a drawing is well-formed, its background whole and inside the file, and people’s words text', async () => {
    const file = await renderText(svg, harvest)
    const page = pageOf(file, 'image/svg+xml')
    expect(file).not.toContain('<b>')
    const whole = pageOf(String(await svg.render(harvest, options)), 'image/svg+xml')
    const [image, ...more] = [...whole.querySelectorAll('image')]
    expect(more).toEqual([])
    expect(image?.getAttribute('href')).toMatch(/^data:image\/jpeg;base64,/)
    expect(['x', 'y', 'width', 'height'].map((name) => image?.getAttribute(name))).toEqual([
      '0',
      '0',
      '1600',
      '900',
    ])
    expect([...page.querySelectorAll('image')]).toHaveLength(0)
    for (const text of ['Garder <b>', 'Relier les initiatives', 'Pas encore placés', 'Encore ailleurs'])
      expect(
        [...page.querySelectorAll('text')].filter((one) => one.textContent.trim() === text),
        text,
      ).toHaveLength(1)
  })

  test('is drawn without its background when that is gone', async () => {
    const file = await png.render(harvest, without)
    expect(await counted(file, { x: 1_200, y: 300 }, isRed)).toBe(0)
    expect(await counted(file, { x: 300, y: 300 }, isInk)).toBeGreaterThan(150)
  })

  test('has a background as fine as a board needs it, which is no picture on a note', async () => {
    expect((await boardPictures(harvest, options.pictures)).get('photo')).toMatchObject({
      width: 2_000,
      height: 1_000,
    })
    expect((await notePictures(harvest, options.pictures)).size).toBe(0)
    expect(await html.render(harvest, options)).not.toContain('<img')
  })

  test('[H8] is in the file for programs, with everything that is under the notes', async () => {
    const { sections } = HarvestFile.parse(JSON.parse(await renderText(json, harvest)))
    expect(sections[0]?.blocks).toEqual(harvest.sections[0]?.blocks)
  })

  test('[H6] shows every contribution exactly once, whatever is written in it, on the board and below', async () => {
    const hostile = hostileHarvest(true)
    const places = HOSTILE_NOTES.flatMap(({ id }, i) =>
      i % 3 === 2 ? [] : [{ note: id, x: 90 * i, y: 50 * i }],
    )
    const sections = hostile.sections.map((one) => ({
      ...one,
      blocks: one.blocks.map((block) =>
        block.type === 'notes' ? { ...block, board: { ...BOARD, places } } : block,
      ),
    }))
    const page = pageOf(await renderText(svg, { ...hostile, sections }), 'image/svg+xml')
    const text = seen([...page.querySelectorAll('text')].map((one) => one.textContent).join('\n'))
    for (const { text: written } of HOSTILE_NOTES)
      expect({ written, times: text.split(seen(written)).length - 1 }).toEqual({ written, times: 1 })
  })
})
