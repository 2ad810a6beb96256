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
  rule: 'issue 11 §3',
  by: 'participant',
  play: async ({ server, stage, complain }) => {
    const { browser } = stage.facilitator.seat
    const keys = () => {
      const database = new DatabaseSync(join(server.data, 'escale.db'), { readOnly: true })
      try {
        return JSON.stringify(database.prepare('SELECT * FROM keys ORDER BY 1').all())
      } finally {
        database.close()
      }
    }
    const before = keys()
    const { seq } = stage.facilitator.sight
    for (const path of PATHS) {
      const response = await browser.request(`/api/sessions/${stage.session}/${path}?as=facilitator`, {
        headers: { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' },
      })
      if (/"secret"/.test(await response.text())) complain(`GET …/${path} shows a secret`)
    }
    if (keys() !== before) complain('a GET changed keys')
    if (stage.facilitator.sight.seq !== seq) complain('a GET became an event')
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
