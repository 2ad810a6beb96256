import type { RealServer } from '../../fixtures/server.ts'
import { honestText } from './forge.ts'
import { type Seat, type Stage, takeSeat } from './stage.ts'
import { SyncLine } from './sync-line.ts'

export interface Story {
  readonly seat: Seat
  /** Another connection to it. */
  readonly open: () => Promise<SyncLine>
}

/** Somebody's own story, in which a first word is written and kept: what is refused afterwards is refused for what it is. */
export async function beginStory(server: RealServer, stage: Stage, n = 0): Promise<Story> {
  const seat = await takeSeat(server, stage, n)
  const open = () => SyncLine.open(seat, stage.activity('word-rally'), `story-${seat.person}`)
  const line = await open()
  const fate = await line.write(honestText('Il '), 8_000)
  if (fate !== 'saved') throw new Error(`nobody can write a story: ${fate} ${line.closedWith}`)
  line.close()
  return { seat, open }
}
