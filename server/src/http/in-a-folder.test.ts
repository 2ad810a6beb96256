/** [O21] [O22] Hosted in a folder of a host, behind a proxy that takes the folder off or leaves it; shown in a frame. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAs, joinAs } from '@escale/bots'
import { PLAIN_WALL } from '@escale/shared/activities/wall'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../testkit/index.ts'

const ORIGIN = 'https://outils.exemple.fr'
const folder = mkdtempSync(join(tmpdir(), 'escale-client-'))
let server: TestServer
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  const page =
    '<meta name="base-path" content="/" /><link href="./icon.svg"><script type="module" src="./assets/index-1a2b.js"></script>'
  writeFileSync(join(folder, 'index.html'), page)
  writeFileSync(join(folder, 'assets', 'index-1a2b.js'), 'export {}')
  const env = { ESCALE_PUBLIC_URL: `${ORIGIN}/escale/`, ESCALE_EMBED_ORIGINS: 'https://moodle.exemple.fr' }
  server = await startServer({ clientFolder: folder, env })
})
afterAll(async () => {
  await server.dispose()
  rmSync(folder, { recursive: true, force: true })
})

test.each(['', '/escale'])('asked as « %s/… », page, files and interface are there', async (prefix) => {
  const at = (path: string) => fetch(server.baseUrl + prefix + path)
  for (const path of ['/', '/p/x', '/console/x/plan']) {
    const page = await (await at(path)).text()
    for (const part of [
      'content="/escale/"',
      'href="/escale/icon.svg"',
      'src="/escale/assets/index-1a2b.js"',
    ])
      expect([path, page]).toEqual([path, expect.stringContaining(part)])
  }
  expect((await at('/assets/index-1a2b.js')).status).toBe(200)
  expect((await at('/api/health')).status).toBe(200)
})

test.each(['', '/escale'])('asked as « %s/… », people join, hear and write', async (prefix) => {
  const baseUrl = server.baseUrl + prefix
  const claire = await createAs(baseUrl, {}, ORIGIN)
  const activity = { id: 'mur', kind: 'wall', title: 'Mur', instructions: '', privateNote: '' }
  const timed = { durationMs: 60_000, durationProposed: false, definition: PLAIN_WALL }
  await claire.do({ type: 'plan-add', after: null, activity: { ...activity, ...timed } })
  await claire.go('mur')
  const lea = await joinAs(baseUrl, claire.created.session, { name: 'Léa' }, ORIGIN)
  await lea.until((s) => s.activity?.id === 'mur')
  const note = { id: 'n1', text: 'dans un dossier', colour: 0, zone: '' }
  expect(await lea.write({ type: 'put', note })).toMatchObject({ ok: true })
  await claire.document('wall').until((d) => d.doc.getMap('notes').has('n1'))
  for (const bot of [claire, lea]) bot.close()
})

test('the cookie stays in the folder, and goes to frames of the pages that were named, nobody else’s', async () => {
  const made = await fetch(`${server.baseUrl}/escale/api/device`, {
    method: 'POST',
    headers: { origin: ORIGIN },
  })
  const cookie = made.headers.get('set-cookie') ?? ''
  for (const part of ['Path=/escale/', 'Secure', 'SameSite=None', 'Partitioned'])
    expect(cookie).toContain(part)
  const { headers } = await fetch(`${server.baseUrl}/escale/`)
  expect(headers.get('content-security-policy')).toContain(
    "frame-ancestors 'self' https://moodle.exemple.fr;",
  )
  expect(headers.get('x-frame-options')).toBeNull()
})
