import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { encodePng } from './encode.ts'

test('whatever comes in bands, of any heights, is read again as the same pixels', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
      fc.integer(),
      async (width, heights, seed) => {
        const height = heights.reduce((sum, rows) => sum + rows, 0)
        const pixels = Buffer.from(
          Array.from({ length: width * height * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i * 31 + seed) & 0xff)),
        )
        async function* bands() {
          let from = 0
          for (const rows of heights) {
            yield pixels.subarray(from, from + rows * width * 4)
            from += rows * width * 4
          }
        }
        const { data, info } = await sharp(await encodePng({ width, height }, bands()))
          .ensureAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true })
        expect(info).toMatchObject({ width, height })
        expect(data.equals(pixels)).toBe(true)
      },
    ),
    { numRuns: 50 },
  )
})

test('a band that cannot be drawn ends the whole, and nobody waits', async () => {
  // biome-ignore lint/correctness/useYield: it fails before the first
  async function* bands(): AsyncGenerator<Uint8Array> {
    throw new Error('no such letters')
  }
  await expect(encodePng({ width: 3, height: 3 }, bands())).rejects.toThrow('no such letters')
})
