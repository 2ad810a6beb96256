import type { RequestHandler } from 'express'
import type { HttpDeps } from './deps.ts'
import { HttpRefusal } from './refusals.ts'

/** Before what is large is read or begun: on a disk that is nearly full it would fail later, and others' words with it. */
export const needDisk =
  ({ disk }: Pick<HttpDeps, 'disk'>): RequestHandler =>
  async (_request, _response, next) => {
    if (await disk.isLow()) throw new HttpRefusal('no-space')
    next()
  }
