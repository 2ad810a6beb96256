import { attack } from '../harness/attack.ts'
import { much } from '../harness/settings.ts'
import { ask, crowd, dial, upgradeHead } from '../harness/strangers.ts'

/** Beginnings of requests that are never ended. */
const BEGINNINGS = [
  '',
  'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ',
  'POST /api/code HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 30000\r\n\r\n{"code":"',
  'POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n',
  upgradeHead('/io/?EIO=4&transport=websocket').slice(0, -2),
]
/** In the long form they must all be gone after this. */
const GONE_WITHIN_MS = 90_000

export const slowLines = attack({
  id: 'slow-lines',
  title: 'begins requests and says the rest letter by letter, or nothing any more',
  rule: 'O2',
  by: 'stranger',
  play: async ({ server, complain }) => {
    const lines = await crowd(much(300, 2_500), async (n) => {
      const socket = await dial(server, n)
      socket.write(BEGINNINGS[n % BEGINNINGS.length] ?? '')
      return socket
    })
    const dripping = setInterval(() => {
      for (const [n, line] of lines.entries()) if (n % 2 === 0 && line.writable) line.write('a')
    }, 1_000)
    const began = Date.now()
    const health = await ask(server, '/api/health')
    if (health.status !== 200 || Date.now() - began > 2_000) complain('nobody else gets an answer')
    const open = () => lines.filter((line) => !line.destroyed).length
    const watch = much(1_000, GONE_WITHIN_MS)
    while (open() > 0 && Date.now() - began < watch) await new Promise((resolve) => setTimeout(resolve, 200))
    if (much(0, 1) === 1 && open() > 0) complain(`${open()} of ${lines.length} are still held`)
    clearInterval(dripping)
    for (const line of lines) line.destroy()
  },
  plantLongOnly: true,
  plant: {
    fault: 'requests may take as long as they like',
    edits: [
      { find: /HEADERS_WITHIN_MS = [^;]+;/g, put: 'HEADERS_WITHIN_MS = 3e5;' },
      { find: /BODY_WITHIN_MS = [^;]+;/g, put: 'BODY_WITHIN_MS = 3e5;' },
    ],
    caught: /are still held/,
  },
})
