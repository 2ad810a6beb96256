import { attack } from '../harness/attack.ts'
import { much } from '../harness/settings.ts'
import { ask, crowd, dial, upgradeHead } from '../harness/strangers.ts'

/** They have to say who they are; whoever does not is let go after this, with room. */
const GONE_WITHIN_MS = 12_000

export const silentSockets = attack({
  id: 'silent-sockets',
  title: 'opens sockets and never says who is there; others answer to nothing',
  rule: 'L32',
  by: 'stranger',
  bars: { memoryMiB: 150 },
  play: async ({ server, complain }) => {
    const origin = `Origin: http://127.0.0.1:${server.port}`
    const host = (text: string) => text.replace('Host: 127.0.0.1', `Host: 127.0.0.1:${server.port}`)
    const paths = ['/io/?EIO=4&transport=websocket', '/sync/participant/none/none/none']
    const lines = await crowd(much(200, 3_000), async (n) => {
      const socket = await dial(server, n)
      socket.on('data', () => undefined)
      socket.write(host(upgradeHead(paths[n % paths.length] ?? '', origin)))
      return socket
    })
    const { status } = await ask(server, '/api/health')
    if (status !== 200) complain('nobody else gets an answer')
    if (much(0, 1) === 1) {
      await new Promise((resolve) => setTimeout(resolve, GONE_WITHIN_MS))
      const open = lines.filter((line) => !line.destroyed).length
      if (open > 0) complain(`${open} of ${lines.length} are still held`)
    }
    for (const line of lines) line.destroy()
  },
  plantLongOnly: true,
  plant: {
    fault: 'whoever says nothing is waited for without end',
    edits: [{ find: 'if (now - since < 5e3) return;', put: 'return;' }],
    caught: /are still held/,
  },
})
