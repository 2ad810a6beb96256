import { encodeDrawing, type Harvest, HarvestFile } from '@escale/shared'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { renderText } from './contract.ts'
import { csv } from './csv/index.ts'
import type { Exporter, ExportOptions, StoredPicture } from './exporter.ts'
import { bigHarvest } from './harvest-samples.ts'
import { html } from './html/index.ts'
import { json } from './json/index.ts'
import { markdown } from './markdown/index.ts'
import { notePictures } from './note-pictures.ts'
import { pageOf } from './page-of.ts'
import { png } from './png/index.ts'
import { svg } from './svg/index.ts'

const DRAWING = encodeDrawing([
  {
    pen: 2,
    points: [
      { x: 0, y: 0 },
      { x: 1_000, y: 750 },
    ],
  },
  { pen: 0, points: [{ x: 500, y: 100 }] },
])
const base = bigHarvest(1, () => '')
/** A photo alone, a drawing with words, a photo that is gone, and words alone that hold an address. */
const harvest: Harvest = {
  ...base,
  sections: base.sections.map((section) => ({
    ...section,
    blocks: [
      {
        type: 'notes',
        zones: [
          {
            title: '',
            notes: [
              { id: 'n1', text: '', colour: 0, author: null, picture: 'photo' },
              { id: 'n2', text: 'Le pont 🌉', colour: 1, author: null, drawing: DRAWING },
              { id: 'n3', text: '', colour: 2, author: null, picture: 'gone' },
              { id: 'n4', text: 'Voir https://exemple.fr/a?b=1.', colour: 3, author: null },
            ],
          },
        ],
      },
    ],
  })),
}

let photo: StoredPicture
beforeAll(async () => {
  const drawn = sharp({ create: { width: 1_600, height: 800, channels: 3, background: '#d00000' } })
  photo = { mediaType: 'image/webp', bytes: new Uint8Array(await drawn.webp().toBuffer()) }
})
const options: ExportOptions = {
  pictures: async (id) =>
    id === 'photo'
      ? photo
      : id === 'damaged'
        ? { mediaType: 'image/webp', bytes: Uint8Array.of(1) }
        : undefined,
  shape: 'slide',
  day: '2020-04-24',
}
const textOf = async (exporter: Exporter): Promise<string> => {
  const file = await exporter.render(harvest, options)
  return typeof file === 'string' ? file : Buffer.from(file).toString('utf8')
}

test('[M57] the wall as a drawing shows pictures whole and drawings as lines, both inside the file', async () => {
  const page = pageOf(await textOf(svg), 'image/svg+xml')
  const images = [...page.querySelectorAll('image')]
  expect(images).toHaveLength(1)
  const [image] = images
  expect(image?.getAttribute('href')).toMatch(/^data:image\/jpeg;base64,/)
  expect(Number(image?.getAttribute('width')) / Number(image?.getAttribute('height'))).toBeCloseTo(2, 1)
  expect([...page.querySelectorAll('path')].map((path) => path.getAttribute('d'))).toEqual([
    'M500 100h.1',
    'M0 0L1000 750',
  ])
})

test('[M57] the wall in pixels has the photo’s colour on it', async () => {
  const { data } = await sharp(await png.render(harvest, options))
    .raw()
    .toBuffer({ resolveWithObject: true })
  let red = 0
  for (let i = 0; i < data.length; i += 3)
    if ((data[i] ?? 0) > 180 && (data[i + 1] ?? 255) < 40 && (data[i + 2] ?? 255) < 40) red += 1
  expect(red).toBeGreaterThan(5_000)
})

test('[M57] [M58] the page shows them, named, and its addresses can be followed', async () => {
  const page = pageOf(await textOf(html))
  const notes = [...page.querySelectorAll('.note')]
  expect(notes[0]?.querySelector('img')?.getAttribute('alt')).toBe('Image')
  expect(notes[1]?.querySelector('svg')?.getAttribute('aria-label')).toBe('Dessin')
  expect(notes[2]?.textContent).toBe('Image')
  expect(notes[3]?.querySelector('a')?.href).toBe('https://exemple.fr/a?b=1')
  expect(notes[3]?.querySelector('a')?.getAttribute('rel')).toBe('noopener noreferrer')
  expect(notes[3]?.textContent).toBe('Voir https://exemple.fr/a?b=1.')
})

test('[M57] formats of text only say with a word what is there; the one for programs has the strokes', async () => {
  expect(await textOf(markdown)).toContain('- *Image*\n- *Dessin*\\\n  Le pont 🌉\n- *Image*\n')
  expect(await textOf(csv)).toMatch(/"\[Image\]"[\s\S]*"Le pont 🌉\n\[Dessin\]"/)
  const { sections } = HarvestFile.parse(JSON.parse(await renderText(json, harvest)))
  expect(sections[0]?.blocks).toEqual(harvest.sections[0]?.blocks)
})

test('[M57] the more pictures, the smaller each; one that is damaged takes nothing away with it', async () => {
  const many = (ids: readonly string[]): Harvest => ({
    ...harvest,
    sections: [
      {
        ...(harvest.sections[0] as Harvest['sections'][number]),
        blocks: [
          {
            type: 'notes',
            zones: [
              { title: '', notes: ids.map((id) => ({ id, text: '', colour: 0, author: null, picture: id })) },
            ],
          },
        ],
      },
    ],
  })
  const source = async (id: string) => options.pictures(id === 'damaged' || id === 'gone' ? id : 'photo')
  const few = await notePictures(many(['photo', 'damaged', 'gone']), source)
  expect([...few.keys()]).toEqual(['photo'])
  expect(few.get('photo')).toMatchObject({ width: 1_000, height: 500 })
  const more = await notePictures(many(Array.from({ length: 41 }, (_, i) => `p${i}`)), source)
  expect([more.size, more.get('p40')?.width]).toEqual([41, 640])
})
