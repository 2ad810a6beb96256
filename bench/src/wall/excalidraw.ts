/** Excalidraw, the best loved free board, with the same notes: its production build, served from this machine. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BOARD_SIZE, type BoardKind } from './board.ts'
import { launch, newPage } from './browser.ts'
import type { BenchNote } from './notes.ts'

const DIST = fileURLToPath(new URL('../../excalidraw/dist', import.meta.url))
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

interface Their {
  readonly bench?: {
    readonly shownAt: number
    readonly zoom: () => number
    readonly count: () => number
    readonly add: (notes: readonly BenchNote[]) => void
  }
}

async function serve(notes: readonly BenchNote[]) {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname)
    const file = path === '/' ? '/index.html' : path
    const body = path === '/notes.json' ? Promise.resolve(JSON.stringify(notes)) : readFile(join(DIST, file))
    body.then(
      (bytes) => response.setHeader('content-type', TYPES[extname(file)] ?? 'text/plain').end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() }
}

export const excalidraw: BoardKind = {
  name: 'excalidraw',
  title: '@excalidraw/excalidraw 0.18.1: the same notes as rectangles with text, no server behind it',
  async open(notes) {
    const { url, stop } = await serve(notes)
    const browser = await launch()
    const page = await newPage(browser, { viewport: BOARD_SIZE })
    await page.goto(url)
    await page.waitForFunction(() => (globalThis as Their).bench !== undefined)
    await page.goto('about:blank')
    await page.goto(url, { waitUntil: 'commit' })
    const shown = await page.waitForFunction(() => (globalThis as Their).bench?.shownAt ?? false, undefined, {
      polling: 'raf',
      timeout: 120_000,
    })
    // It draws what is there in one go: the first note and the last come together.
    const shownAt = (await shown.jsonValue()) as number
    return {
      page,
      client: await page.context().newCDPSession(page),
      middle: { x: BOARD_SIZE.width / 2, y: BOARD_SIZE.height / 2 },
      firstMs: shownAt,
      allMs: shownAt,
      nearerDelta: -1.6,
      zoom: () => page.evaluate(() => (globalThis as Their).bench?.zoom() ?? 0),
      count: () => page.evaluate(() => (globalThis as Their).bench?.count() ?? 0),
      add: (note) => page.evaluate((one) => (globalThis as Their).bench?.add([one]), note),
      close: async () => {
        await browser.close()
        stop()
      },
    }
  },
}
