import type { Facilitator } from '@escale/bots'
import type { RoundTableView } from '@escale/shared/activities/round-table'
import type { RealServer } from '../../fixtures/server.ts'
import { honestText } from './forge.ts'
import { openStage, type Seat, takeSeat } from './stage.ts'

export interface OpenGroup {
  readonly facilitator: Facilitator
  readonly activity: string
  /** Name of the document that the group writes. */
  readonly page: string
  readonly hostile: Seat
  readonly mate: Seat
  readonly words: (text: string) => Uint8Array
}

const viewOf = ({ sight }: Facilitator): RoundTableView => sight.activity?.view as RoundTableView

/** A session of its own, with one group that sits together. */
export async function openGroup(server: RealServer): Promise<OpenGroup> {
  const stage = await openStage(server)
  const { facilitator } = stage
  const [hostile, mate] = [await takeSeat(server, stage, 0), await takeSeat(server, stage, 1)]
  const activity = stage.activity('round-table')
  await facilitator.go(activity)
  const choice = { ...viewOf(facilitator).console?.choice, min: 2, max: 2, target: null }
  await facilitator.do({
    type: 'act',
    activity,
    action: { type: 'propose', choice, repair: 'smaller', redraw: false },
  })
  await facilitator.do({ type: 'act', activity, action: { type: 'launch' } })
  await facilitator.until(() => viewOf(facilitator).launchedAt !== null)
  const page = viewOf(facilitator).console?.groups[0]?.pages[0]
  if (page === undefined) throw new Error('the group has no page')
  return { facilitator, activity, page, hostile, mate, words: honestText }
}
