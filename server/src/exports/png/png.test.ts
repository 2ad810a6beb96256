import { type SvgPicture, wallSvg } from '@escale/shared'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { options } from '../contract.ts'
import { bigHarvest, hostileHarvest } from '../harvest-samples.ts'
import { png } from './index.ts'
import { pixelWidth, rasterise } from './rasterise.ts'

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
