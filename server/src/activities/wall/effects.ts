import {
  isApart,
  isHidden,
  isPrivate,
  putStarters,
  release,
  releaseInTurn,
  SHARED_WALL,
  settled,
  type WallDefinition,
  type WallState,
} from '@escale/shared/activities/wall'
import type { ActivityEffects } from '../kit/effects.ts'
import { followVotes } from './votes.ts'

/**
 * What is on the wall from the start is put there; at the reveal, what everybody wrote in private, all of it in one go or a note in each turn. Of a
 * wall that is not signed nobody's name is put there.
 */
export const wallEffects: ActivityEffects = {
  keepUp: followVotes,
  async settle({ definition, state, documents }) {
    const now = state as WallState
    const wall = settled(definition as WallDefinition, now)
    if (wall.starters.length > 0) await documents.write(SHARED_WALL, (doc) => putStarters(doc, wall.starters))
    // A wall that is not private any more shows what was written while it was.
    if (isHidden(wall, now)) return
    const names = await documents.names()
    const pages = await Promise.all(names.filter(isPrivate).map((name) => documents.read(name)))
    const written = pages.filter((page) => page !== undefined)
    if (written.length === 0) return
    const signed = wall.identity !== 'anonymous'
    await documents.write(SHARED_WALL, (doc) => {
      if (isApart(wall, now)) releaseInTurn(written, doc, signed, now.turns)
      else release(written, doc, signed)
    })
  },
}
