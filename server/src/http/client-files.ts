import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { buildOf } from '@escale/shared'
import express, { type RequestHandler, Router } from 'express'

/** Which build of the client is in a folder (`buildOf`); null when there is no folder, in development. */
export const buildIn = (folder: string | null): string | null =>
  folder === null ? null : buildOf(readFileSync(join(folder, 'index.html'), 'utf8'))

/** The built page, told in which folder of the host it is: its own addresses are relative, and it is shown at many. */
export const pageIn = (folder: string, basePath: string): string =>
  readFileSync(join(folder, 'index.html'), 'utf8')
    .replaceAll(/(?<=(?:src|href)=")\.\//g, basePath)
    .replace('<meta name="base-path" content="/"', `<meta name="base-path" content="${basePath}"`)

/** Scripts and styles that stand in the page itself, as sources of its policy: these and no others. */
export interface InlineSources {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}

const INLINE_SCRIPT = /<script>(.*?)<\/script>/gs
const INLINE_STYLE = /<style>(.*?)<\/style>/gs
const hashesOf = (page: string, inline: RegExp): readonly string[] =>
  [...page.matchAll(inline)].map(
    ([, content = '']) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`,
  )

/** What stands in a page that only we wrote. */
export const inlineSourcesOf = (page: string): InlineSources => ({
  scripts: hashesOf(page, INLINE_SCRIPT),
  styles: hashesOf(page, INLINE_STYLE),
})

/** How a file was packed when it was built (client/bundling/packed.ts); the smallest first. */
const PACKED = [
  { coding: 'br', suffix: '.br' },
  { coding: 'gzip', suffix: '.gz' },
] as const

/** Sends a file as it was packed, where the browser can open it: smaller than what is packed on the way, and for nothing. */
function sendPacked(folder: string): RequestHandler {
  const files = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `/${name}`))
  return (request, response, next) => {
    const { path } = request
    const packed = PACKED.find(
      ({ coding, suffix }) => files.has(path + suffix) && request.acceptsEncodings(coding) !== false,
    )
    if (packed !== undefined) {
      response.type(extname(path)).set('content-encoding', packed.coding).vary('accept-encoding')
      request.url = path + packed.suffix
    }
    next()
  }
}

/**
 * The built client. Hashed files never change; the page itself is asked for anew each time.
 * @param page as `pageIn` reads it
 */
export function clientFiles(folder: string, page: string): Router {
  const router = Router()
  router.use(sendPacked(folder))
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), {
      immutable: true,
      maxAge: '1y',
      index: false,
    }),
    // An old page asks for a file that is gone: the page itself would be no script.
    (_request, response) => {
      response.status(404).end()
    },
  )
  router.use(express.static(folder, { index: false, maxAge: '1h', dotfiles: 'ignore' }))
  router.get('/{*splat}', (_request, response) => {
    response.set('cache-control', 'no-cache').type('html').send(page)
  })
  return router
}
