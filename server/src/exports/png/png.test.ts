import { type SvgPicture, wallSvg } from '@escale/shared'
import { renderAsync } from '@resvg/resvg-js'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { options } from '../contract.ts'
import { FONT_FAMILY, fontFiles } from '../fonts.ts'
import { bigHarvest, hostileHarvest } from '../harvest-samples.ts'
import { drawWalls } from '../pictures-of-walls.ts'
import { png } from './index.ts'
import { BAND_PIXELS, pixelWidth, rasterise } from './rasterise.ts'

const wall = (text: string, title = 'Mur'): SvgPicture =>
  wallSvg(
    [
      {
        title,
        context: '',
        question: '',
        details: '',
        legend: [],
        empty: '',
        zones: [{ title: '', within: '', count: '', notes: [{ text, colour: 0, author: null }] }],
      },
    ],
    { shape: 'slide', language: 'fr', pinned: true },
  )

/** How many pixels are as dark as ink. */
async function ink(picture: SvgPicture): Promise<number> {
  const { data, info } = await sharp(await rasterise(picture))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(info.width / info.height).toBeCloseTo(16 / 9, 1)
  return data.reduce((sum, value) => sum + (value < 90 ? 1 : 0), 0)
}

describe('a picture', () => {
  test('is sharp enough for a slide, and never too large to draw', async () => {
    const meta = await sharp(await png.render(hostileHarvest(false), options)).metadata()
    expect(meta.format).toBe('png')
    expect(meta.width).toBeGreaterThanOrEqual(1_920)
    const big = await sharp(
      await png.render(
        bigHarvest(500, (i) => `note ${i}`),
        options,
      ),
    ).metadata()
    expect(big.width * big.height).toBeLessThanOrEqual(24_100_000)
    expect(pixelWidth({ width: 1_000, height: 1_000_000 })).toBe(12)
  })

  test('has letters in it, in every writing that our typefaces have', async () => {
    const empty = await ink(wall('\u00a0'))
    const samples = [
      'Relier',
      'œuvre « ÉÀÇ »',
      'Приветствие',
      'Ελληνικά',
      'مرحبا بكم',
      'שלום לכולם',
      '→ ✓ ≠',
      '🌍🌱👍',
    ]
    for (const sample of samples) expect(await ink(wall(sample)), sample).toBeGreaterThan(empty + 150)
  })

  test('emoji that are put together of several are drawn too, and take no text away with them', async () => {
    const alone = await ink(wall('Familles et drapeaux'))
    for (const emoji of ['👨‍👩‍👧‍👦', '🇫🇷', '👍🏽', '❤️', '1️⃣', '👩‍💻'])
      expect(await ink(wall(`Familles et drapeaux ${emoji}`)), emoji).toBeGreaterThan(alone + 30)
  })

  test('has no seam where its bands meet: it is what is drawn at once', async () => {
    const { width, height, svg, band } = await drawWalls(
      bigHarvest(300, (i) => `Relier les initiatives, numéro ${i}.`),
      options,
      { pinned: true },
    )
    const { data, info } = await sharp(await rasterise({ width, height, svg, band }))
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(info.width * info.height).toBeGreaterThan(2 * BAND_PIXELS)
    const whole = await renderAsync(band(0, (info.height * width) / info.width), {
      font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: FONT_FAMILY },
      fitTo: { mode: 'width', value: info.width },
    })
    const once = await sharp(whole.pixels, {
      raw: { width: whole.width, height: whole.height, channels: 4 },
    })
      .removeAlpha()
      .raw()
      .toBuffer()
    expect(once.length).toBe(data.length)
    // Figures are rounded where they are drawn: an edge may be a shade darker, nothing is elsewhere.
    const other = data.reduce(
      (sum, value, i) => sum + (Math.abs(value - (once[i] as number)) > 24 ? 1 : 0),
      0,
    )
    expect(other / data.length).toBeLessThan(0.0005)
  })

  test('is drawn outside of the event loop', async () => {
    const harvest = bigHarvest(120, (i) => `Relier les initiatives, numéro ${i}.`)
    await png.render(harvest, options)
    let beats = 0
    const timer = setInterval(() => beats++, 5)
    await png.render(harvest, options)
    clearInterval(timer)
    // Drawn in the loop it would be none; how many it is says how busy the machine is.
    expect(beats).toBeGreaterThan(10)
  })
})
