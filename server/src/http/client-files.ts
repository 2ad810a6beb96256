import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildOf } from '@escale/shared'
import express, { Router } from 'express'

/** Which build of the client is in a folder (`buildOf`); null when there is no folder, in development. */
export const buildIn = (folder: string | null): string | null =>
  folder === null ? null : buildOf(readFileSync(join(folder, 'index.html'), 'utf8'))

/** The built page, told in which folder of the host it is: its own addresses are relative, and it is shown at many. */
const pageIn = (folder: string, basePath: string): string =>
  readFileSync(join(folder, 'index.html'), 'utf8')
    .replaceAll(/(?<=(?:src|href)=")\.\//g, basePath)
    .replace('<meta name="base-path" content="/"', `<meta name="base-path" content="${basePath}"`)

/** The built client. Hashed files never change; the page itself is asked for anew each time. */
export function clientFiles(folder: string, basePath: string): Router {
  const router = Router()
  const page = pageIn(folder, basePath)
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
