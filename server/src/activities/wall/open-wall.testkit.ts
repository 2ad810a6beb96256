import { createAs, type Facilitator } from '@escale/bots'
import { PLAIN_WALL, type WallDefinition } from '@escale/shared/activities/wall'
import type { TestServer } from '../../testkit/index.ts'

/** The id of the activity that `openWall` adds. */
export const WALL = 'w1'

/** A new session on a real server, whose only activity is a wall with these settings. Nobody has started it. */
export async function openWall(
  { baseUrl }: TestServer,
  settings: Partial<WallDefinition> = {},
  durationMs = 60_000,
): Promise<Facilitator> {
  const claire = await createAs(baseUrl)
  const texts = { title: 'Mur', instructions: '', privateNote: '' }
  await claire.do({
    type: 'plan-add',
    after: null,
    activity: {
      ...{ id: WALL, kind: 'wall', ...texts, durationMs, durationProposed: false },
      definition: { ...PLAIN_WALL, ...settings },
    },
  })
  return claire
}
