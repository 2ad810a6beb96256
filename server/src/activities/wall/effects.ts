import {
  isHidden,
  isPrivate,
  putStarters,
  release,
  SHARED_WALL,
  settled,
  type WallDefinition,
  type WallState,
} from '@escale/shared/activities/wall'
import type { ActivityEffects } from '../kit/effects.ts'
import { followVotes } from './votes.ts'

/**
 * What is on the wall from the start is put there; at the reveal, what everybody wrote in private, all of it in one go. Of a
 * wall that is not signed nobody's name is put there.
 */
export const wallEffects: ActivityEffects = {
  keepUp: followVotes,
  async settle({ definition, state, documents }) {
    const wall = settled(definition as WallDefinition, state as WallState)
    if (wall.starters.length > 0) await documents.write(SHARED_WALL, (doc) => putStarters(doc, wall.starters))
    // A wall that is not private any more shows what was written while it was.
    if (isHidden(wall, state as WallState)) return
    const names = await documents.names()
    const pages = await Promise.all(names.filter(isPrivate).map((name) => documents.read(name)))
    const written = pages.filter((page) => page !== undefined)
    if (written.length === 0) return
    await documents.write(SHARED_WALL, (doc) => {
      for (const page of written) release(page, doc, wall.identity !== 'anonymous')
    })
  },
}
