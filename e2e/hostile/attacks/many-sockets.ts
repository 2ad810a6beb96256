import { PROTOCOL_VERSION, SOCKET_PATH } from '@escale/shared'
import { WebSocket } from 'ws'
import { attack } from '../harness/attack.ts'
import { much } from '../harness/settings.ts'
import { takeSeat } from '../harness/stage.ts'
import { crowd } from '../harness/strangers.ts'

/** What one person may have open, over all tabs and devices, with room. */
const MAY_BE_OPEN = 100

export const manySockets = attack({
  id: 'many-sockets',
  title: 'opens sockets by the hundred with one cookie',
  rule: 'L30',
  by: 'participant',
  bars: { memoryMiB: 150 },
  play: async ({ server, stage, complain }) => {
    const { browser, session } = await takeSeat(server, stage)
    const query = `EIO=4&transport=websocket&session=${session}&as=participant&version=${PROTOCOL_VERSION}`
    const url = `${server.url.replace(/^http/, 'ws')}${SOCKET_PATH}/?${query}`
    const headers = { cookie: browser.jar.header(), origin: server.url }
    let inside = 0
    const sockets = await crowd(
      much(130, 3_000),
      async () => {
        const socket = new WebSocket(url, { headers, perMessageDeflate: false }).on('error', () => undefined)
        await new Promise<void>((resolve) => {
          let isIn = false
          socket.on('message', (data: Buffer) => {
            const text = data.toString()
            if (text.startsWith('0{')) socket.send('40')
            if (text === '2') socket.send('3')
            if (!text.startsWith('42["frame"') || isIn) return
            isIn = true
            inside += 1
            resolve()
          })
          socket.on('close', () => {
            if (isIn) inside -= 1
            resolve()
          })
          setTimeout(resolve, 3_000)
        })
        return socket
      },
      25,
    )
    if (inside > MAY_BE_OPEN) complain(`${inside} sockets of one person are open`)
    for (const socket of sockets) socket.terminate()
  },
  plant: {
    fault: 'as many sockets as one person opens',
    edits: [
      { find: /mine\.size > \d+/g, put: 'mine.size > Infinity' },
      {
        find: 'this.#deps.limits.take("connectionsPerPerson"',
        put: 'true || this.#deps.limits.take("connectionsPerPerson"',
      },
    ],
    caught: /sockets of one person are open/,
  },
})
