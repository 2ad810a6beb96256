import { attack } from '../harness/attack.ts'
import { much } from '../harness/settings.ts'
import { crowd, dial, head, upgradeHead } from '../harness/strangers.ts'

const HEADS = [
  head('GET /x HTTP/1.1', 'Host: x', 'Connection: Upgrade, Upgrade: x', 'Upgrade: x'),
  upgradeHead('/x'),
  upgradeHead('/sync/facilitator/a/b/c', 'Origin: http://elsewhere.test'),
  upgradeHead('/sync/nowhere', 'Origin: http://127.0.0.1'),
  upgradeHead('/sync/participant/a/b/c', 'Origin: http://127.0.0.1'),
  upgradeHead('/io/?EIO=4&transport=websocket', 'Origin: http://elsewhere.test'),
  upgradeHead('/io/?EIO=4&transport=websocket', 'Origin: http://127.0.0.1'),
  upgradeHead('/io/?EIO=3&transport=polling'),
  head('CONNECT /x HTTP/1.1', 'Host: x'),
]

export const upgradeReset = attack({
  id: 'upgrade-reset',
  title: 'asks for an upgrade and breaks the connection',
  rule: 'O1',
  by: 'stranger',
  play: async ({ server }) => {
    await crowd(much(HEADS.length * 4, HEADS.length * 60), async (n) => {
      const socket = await dial(server)
      socket.write(HEADS[n % HEADS.length] ?? '')
      // Some at once, some while the refusal is on its way.
      await new Promise((resolve) => setTimeout(resolve, n % 3))
      socket.resetAndDestroy()
    })
  },
  plantAlways: true,
  plant: {
    fault: 'a raw connection that nobody listens to',
    load: ['deaf-to-errors'],
    caught: /the server ended/,
  },
})
