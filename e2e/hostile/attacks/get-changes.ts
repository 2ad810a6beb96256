import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { attack } from '../harness/attack.ts'

/** Every path that a page's image or link could name. */
const PATHS = [
  'key',
  'links',
  'join',
  'enter',
  'leave',
  'devices',
  'console',
  'workshop',
  'harvest',
  'door',
  'pictures',
  'people',
]

export const getChanges = attack({
  id: 'get-changes',
  title: 'lures a facilitator to addresses of her session; nothing may change and no secret be shown',
  rule: 'A8',
  by: 'participant',
  play: async ({ server, stage, complain }) => {
    const { browser } = stage.facilitator.seat
    // When a key was last used, and who is away, the server notes by itself.
    const stored = () => {
      const database = new DatabaseSync(join(server.data, 'escale.db'), { readOnly: true })
      const all = (sql: string) => JSON.stringify(database.prepare(sql).all(stage.session))
      try {
        return {
          keys: all('SELECT hash, person, role, kind FROM keys WHERE session = ? ORDER BY hash'),
          events: all('SELECT seq FROM events WHERE session = ? AND actor IS NOT NULL'),
        }
      } finally {
        database.close()
      }
    }
    const before = stored()
    for (const path of PATHS) {
      const response = await browser.request(`/api/sessions/${stage.session}/${path}?as=facilitator`, {
        headers: { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' },
      })
      if (/"secret"/.test(await response.text())) complain(`GET …/${path} shows a secret`)
    }
    const after = stored()
    if (after.keys !== before.keys) complain('a GET changed keys')
    if (after.events !== before.events) complain('a GET became an event')
  },
  plant: {
    fault: 'a secret that is renewed by looking',
    edits: [
      { find: 'router.post("/api/sessions/:session/key"', put: 'router.get("/api/sessions/:session/key"' },
      { find: 'bodyOf(RenewKey, request)', put: '{}' },
    ],
    caught: /a GET changed keys|shows a secret/,
  },
})
