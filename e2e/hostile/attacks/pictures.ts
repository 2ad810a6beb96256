import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { attack } from '../harness/attack.ts'
import { worksInTheLoop } from '../harness/edits.ts'
import { much } from '../harness/settings.ts'
import { takeSeat } from '../harness/stage.ts'
import { crowd } from '../harness/strangers.ts'

/** One colour, 7 000 × 7 000: a few bytes, seconds to unpack. */
const BOMB = join(import.meta.dirname, '../fixtures/one-colour.avif')

export const pictures = attack({
  id: 'pictures',
  title: 'sends a picture of a thousand bytes that takes seconds to unpack, many times',
  rule: 'L2',
  by: 'participant',
  bars: { memoryMiB: 350 },
  play: async ({ server, stage }) => {
    const body = await readFile(BOMB)
    const began = Date.now()
    await crowd(much(3, 12), async (n) => {
      const { browser } = await takeSeat(server, stage, n)
      await browser
        .request(`/api/sessions/${stage.session}/pictures?as=participant`, {
          method: 'POST',
          headers: { 'content-type': 'image/avif' },
          body,
          signal: AbortSignal.timeout(much(8_000, 30_000)),
        })
        .catch(() => undefined)
    })
    console.info(`pictures: ${Date.now() - began} ms`)
  },
  plant: worksInTheLoop(/POST .*\/pictures/, 400),
})
