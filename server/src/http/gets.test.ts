/** No GET changes anything or shows a secret, whoever asks: a page, a note or a mail can make anybody's browser send one. */
import { join } from 'node:path'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { devicesIn } from '../auth/cookies.ts'
import { DATABASE_FILE } from '../store/sqlite/database.ts'
import { CAST_ROLES, type Cast, castOf } from '../testkit/cast.ts'
import { startServer, type TestServer } from '../testkit/index.ts'
import { routesOf } from '../testkit/routes-of.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startServer({ kinds: testKinds })
  cast = await castOf(server.baseUrl, tallyWorkshop('a', 'b'))
})
afterAll(() => server.dispose())

/** The health check writes here, to tell the truth about the disk. */
const NOT_LOOKED_AT = ['probe', 'scrub', 'sqlite_sequence']
/** What every secret of ours looks like: of a link, of a browser, of a session's chance. */
const SECRET = /(?<![\w-])[\w-]{43}(?![\w-])/

/** Who is away is news that the server finds out by itself, when time passes. */
const isAsked = (row: unknown): boolean =>
  !(row as { command?: string }).command?.startsWith('{"type":"presence"')

function everythingStored(): unknown {
  const db = new DatabaseSync(join(server.dataFolder, DATABASE_FILE), { readOnly: true })
  try {
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all() as {
      name: string
    }[]
    return tables
      .filter(({ name }) => !NOT_LOOKED_AT.includes(name))
      .map(({ name }) => [name, db.prepare(`SELECT * FROM ${name}`).all().filter(isAsked)])
  } finally {
    db.close()
  }
}

const gets = () => routesOf(server.app.express).filter((route) => /^GET \/api\//.test(route))

describe('[A8]', () => {
  test('the routes are seen, and so is a change', async () => {
    expect(gets().length).toBeGreaterThan(8)
    const before = everythingStored()
    await cast.browsers.facilitator.makeLink(cast.session, { role: 'screen' })
    expect(everythingStored()).not.toEqual(before)
  })

  for (const role of CAST_ROLES) {
    test(`${role}: no GET changes what is stored, gives a place or shows a secret`, async () => {
      const browser = cast.browsers[role]
      for (const route of gets()) {
        const path = (route.split(' ')[1] ?? '')
          .replace(':session', cast.session)
          .replace(':picture', 'none')
          .replace(':format', 'json')
        const before = everythingStored()
        const known = browser.jar.header()
        for (const as of ['', '?as=facilitator', '?as=participant', '?as=screen']) {
          const response = await browser.request(path + as)
          expect([route, response.status < 500]).toEqual([route, true])
          expect([route, SECRET.exec(await response.text())]).toEqual([route, null])
        }
        expect([route, everythingStored()]).toEqual([route, before])
        // The door gives a browser that has none its cookie, with which nothing is held yet.
        const isNew = devicesIn(known).length === 0 && route.endsWith('/door')
        if (!isNew) expect([route, browser.jar.header()]).toEqual([route, known])
      }
    })
  }

  test.each(['cross-site', 'same-site'])(
    'what changes something is not done for a page that is %s',
    async (site) => {
      const browser = cast.browsers.facilitator
      const before = everythingStored()
      for (const route of routesOf(server.app.express).filter((r) => !r.startsWith('GET '))) {
        const [method = '', pattern = ''] = route.split(' ')
        const path = pattern.replace(':session', cast.session).replace(/:\w+/, 'none')
        const response = await browser.request(path, { method, headers: { 'sec-fetch-site': site } })
        expect([route, response.status]).toEqual([route, 403])
      }
      expect(everythingStored()).toEqual(before)
    },
  )
})
