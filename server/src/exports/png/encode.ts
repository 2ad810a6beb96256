/** A PNG that is written while it is drawn: of a picture of a hundred megabytes only some rows are held at a time. */
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflate } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** PNG specification, 11.2.1: eight bits a channel, red, green and blue; compressed, filtered and sent in the one way there is. */
const HEADER_END = [8, 2, 0, 0, 0]
const CHANNELS = 3
const CHANNELS_DRAWN = 4
/** PNG specification, 9.2. Of papers and letters the others make a larger file. */
const FILTER_NONE = 0
const DEFLATE = { level: 6, memLevel: 9 } as const

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** Whole rows of opaque pixels without what says that they are opaque. */
function rowsOf(pixels: Uint8Array, width: number): Buffer {
  const rows = Buffer.allocUnsafe((pixels.length / CHANNELS_DRAWN / width) * (width * CHANNELS + 1))
  let to = 0
  for (let from = 0; from < pixels.length; from += CHANNELS_DRAWN) {
    if (from % (width * CHANNELS_DRAWN) === 0) rows[to++] = FILTER_NONE
    rows[to++] = pixels[from] as number
    rows[to++] = pixels[from + 1] as number
    rows[to++] = pixels[from + 2] as number
  }
  return rows
}

/**
 * `bands`: from the top, whole rows of `width` opaque pixels of four bytes each, together `height` rows; each is asked for when
 * the one before has been written.
 */
export async function encodePng(
  { width, height }: { readonly width: number; readonly height: number },
  bands: AsyncIterable<Uint8Array>,
): Promise<Uint8Array> {
  const header = Buffer.alloc(8 + HEADER_END.length)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set(HEADER_END, 8)
  const file = [SIGNATURE, chunk('IHDR', header)]
  await pipeline(
    async function* () {
      for await (const band of bands) yield rowsOf(band, width)
    },
    createDeflate(DEFLATE),
    async (packed: AsyncIterable<Buffer>) => {
      for await (const data of packed) file.push(chunk('IDAT', data))
    },
  )
  return Buffer.concat([...file, chunk('IEND', Buffer.alloc(0))])
}
