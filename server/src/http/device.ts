import { type Request, type Response, Router } from 'express'
import {
  asOf,
  deviceCookie,
  devicesIn,
  forgetOldCookie,
  type OldCookie,
  oldCookiesIn,
  renewed,
} from '../auth/cookies.ts'
import { hashPlace, hashSecret } from '../auth/secrets.ts'
import type { HttpDeps } from './deps.ts'

const isSecure = ({ config }: HttpDeps, request: Request): boolean =>
  config.publicUrl?.startsWith('https:') ?? request.secure

/** Gives the browser its secrets; with each answer that does, it keeps them for longer. */
export function giveDevice(
  deps: HttpDeps,
  request: Request,
  response: Response,
  devices: readonly string[],
): void {
  const { embedOrigins, basePath: path } = deps.config
  const setting = { secure: isSecure(deps, request), embedded: embedOrigins.length > 0, path }
  response.append('set-cookie', deviceCookie(devices, setting))
}

/** The secret that each answer gives already: asked again, a stranger's browser is not given another. */
const given = new WeakMap<Response, string>()

/** The secret under which the browser that asks takes a place. It is given one when it has none. */
export function deviceAt(deps: HttpDeps, request: Request, response: Response): string {
  const before = given.get(response)
  if (before !== undefined) return before
  const shown = devicesIn(request.headers.cookie)
  const devices = shown.length > 0 ? shown : renewed([])
  giveDevice(deps, request, response, devices)
  const device = devices[0] as string
  given.set(response, device)
  return device
}

/** Puts the place of an old cookie under the browser's secret. A cookie that opens nothing is only forgotten. */
async function exchange(
  { store, sessions }: HttpDeps,
  { session, as, secret }: OldCookie,
  device: string,
): Promise<void> {
  const from = hashSecret(secret)
  const key = await store.findKey(from)
  if (key?.session !== session || key.kind !== 'cookie' || asOf(key.role) !== as) return
  const ended = await store.changeKeys(session, { move: [{ from, to: hashPlace(device, session, as) }] })
  if (ended.length > 0) (await sessions.open(session))?.revoke(ended)
}

/**
 * POST /api/device: gives a browser its one cookie, and puts what it held in old ones (one for each session and role) under
 * it. Nobody gains a place by it.
 */
export function deviceRoutes(deps: HttpDeps): Router {
  const router = Router()
  router.post('/api/device', async (request, response) => {
    const device = deviceAt(deps, request, response)
    for (const old of oldCookiesIn(request.headers.cookie)) {
      await exchange(deps, old, device)
      response.append('set-cookie', forgetOldCookie(old, isSecure(deps, request)))
    }
    response.status(204).end()
  })
  return router
}
