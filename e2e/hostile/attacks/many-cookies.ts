import { Browser, personNumber } from '@escale/bots'
import { attack } from '../harness/attack.ts'
import { much } from '../harness/settings.ts'
import { takeSeat } from '../harness/stage.ts'
import { ask, crowd } from '../harness/strangers.ts'

/** Of all headers of a request; beyond it proxies refuse. */
const HEADERS_MAX_BYTES = 8_192
const SESSIONS = 105

export const manyCookies = attack({
  id: 'many-cookies',
  title: 'sits in 105 sessions with one browser; others send headers without end',
  rule: 'A1',
  by: 'participant',
  play: async ({ server, stage, complain }) => {
    const { browser } = await takeSeat(server, stage)
    const sessions = much(12, SESSIONS)
    for (let n = 0; n < sessions; n++) {
      const made = await new Browser(server.url).createSession({}).catch(() => undefined)
      if (made !== undefined) await browser.join(made.session, personNumber(n)).catch(() => undefined)
    }
    const bytes = (browser.jar.header().length * SESSIONS) / sessions
    if (bytes > HEADERS_MAX_BYTES)
      complain(`the cookies of ${SESSIONS} sessions have ${Math.round(bytes)} bytes`)
    const mine = await browser.request(`/api/sessions/${stage.session}/console?as=participant`)
    if (!mine.ok) complain(`one’s place is refused: ${mine.status}`)
    await crowd(much(40, 400), (n) =>
      ask(server, '/api/config', {
        from: n,
        headers: Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`x-${i}`, 'y'.repeat(40)])),
      }),
    )
  },
  plant: {
    fault: 'a cookie for each session',
    edits: [
      {
        find: /response\.append\("set-cookie", deviceCookie\(/g,
        put: 'response.append("set-cookie", "place-" + Math.random() + "=" + "x".repeat(60) + "; Path=/"); $&',
      },
    ],
    caught: /the cookies of/,
  },
})
