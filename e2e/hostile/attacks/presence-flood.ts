import { presenceMessage } from '../../faults/harness/sync-messages.ts'
import { attack } from '../harness/attack.ts'
import { much } from '../harness/settings.ts'
import { takeSeat } from '../harness/stage.ts'
import { crowd } from '../harness/strangers.ts'
import { SyncLine } from '../harness/sync-line.ts'

const somebodyElse = (times: number) =>
  presenceMessage(1 + (times % 40), times, { user: { name: 'x'.repeat(400) } })

export const presenceFlood = attack({
  id: 'presence-flood',
  title: 'says who and where one is, by the thousand and in somebody else’s name; frames that are too large',
  rule: 'D4',
  by: 'ghosts',
  play: async ({ server, stage, complain }) => {
    await crowd(
      much(2, 40),
      async (n) => {
        const seat = await takeSeat(server, stage, n)
        const lines = await Promise.all(
          Array.from({ length: 3 }, () => SyncLine.open(seat, stage.wall, 'wall')),
        )
        for (const [i, line] of lines.entries()) {
          const large = [900_000, 3_000_000][i]
          if (large !== undefined) line.socket.send(Buffer.alloc(large, 1))
          else for (let times = 0; times < much(500, 3_000); times++) line.socket.send(somebodyElse(times))
        }
        for (const line of lines) {
          if (!(await line.until(() => line.closedWith !== undefined, 3_000)))
            complain('a connection that floods is still open')
          line.close()
        }
      },
      4,
    )
  },
  plant: {
    fault: 'a document connection that may say as much as it likes',
    edits: [{ find: /if \(!this\.#messages\.take\(1\)[^{]+\{/g, put: 'if (false) {' }],
    caught: /is still open/,
  },
})
