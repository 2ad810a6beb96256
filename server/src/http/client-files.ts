import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildOf } from '@escale/shared'
import express, { Router } from 'express'

/** Which build of the client is in a folder (`buildOf`); null when there is no folder, in development. */
export const buildIn = (folder: string | null): string | null =>
  folder === null ? null : buildOf(readFileSync(join(folder, 'index.html'), 'utf8'))

/** The built client. Hashed files never change; the page itself is asked for anew each time. */
export function clientFiles(folder: string): Router {
  const router = Router()
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
  router.get('/{*splat}', (_request, response, next) => {
    response.set('cache-control', 'no-cache').sendFile(join(folder, 'index.html'), (error?: Error) => {
      if (error) next(error)
    })
  })
  return router
}
