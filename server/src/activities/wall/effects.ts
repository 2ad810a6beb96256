import {
  isHidden,
  ownerOf,
  release,
  SHARED_WALL,
  type WallDefinition,
  type WallState,
} from '@escale/shared/activities/wall'
import type { ActivityEffects } from '../kit/effects.ts'

/**
 * The reveal: what everybody wrote on their own page is put on the wall, all of it in one go. Who owns a page is known by
 * its name, so a note's author cannot be made up; of an anonymous wall nobody's name is put there.
 */
export const wallEffects: ActivityEffects = {
  async settle({ definition, state, documents }) {
    const wall = definition as WallDefinition
    if (wall.reveal === 'live' || isHidden(wall, state as WallState)) return
    const names = await documents.names()
    const pages = await Promise.all(
      names.flatMap((name) => {
        const owner = ownerOf(name)
        return owner === undefined ? [] : [documents.read(name).then((page) => ({ owner, page }))]
      }),
    )
    if (pages.length === 0) return
    await documents.write(SHARED_WALL, (doc) => {
      for (const { owner, page } of pages)
        if (page) release(page, doc, wall.identity === 'named' ? owner : '')
    })
  },
}
