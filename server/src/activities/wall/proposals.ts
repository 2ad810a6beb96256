import { accept, readWall, refuse } from '@escale/shared'
import {
  AskThemes,
  isHidden,
  SHARED_WALL,
  settled,
  type WallDefinition,
  type WallState,
} from '@escale/shared/activities/wall'
import type { ActivityProposals } from '../kit/proposals.ts'
import { findThemes } from './themes/find-themes.ts'

/** Themes of the notes that everybody sees and that are in no stack yet. */
export const wallProposals: ActivityProposals = {
  async propose(asked, { definition, state, language, documents }) {
    const wish = AskThemes.safeParse(asked)
    if (!wish.success) return refuse('invalid')
    const { grain, withinZones } = wish.data
    const wall = settled(definition as WallDefinition, state as WallState)
    if (isHidden(wall, state as WallState)) return refuse('not-now')
    const document = await documents.read(SHARED_WALL)
    const zones = new Set(wall.zones.map((zone) => zone.id))
    const notes = (document === undefined ? [] : readWall(document).notes)
      .filter((note) => note.stack === '')
      .map(({ id, text, zone }) => ({ id, text, place: withinZones && zones.has(zone) ? zone : '' }))
    return accept(await findThemes(notes, { grain, language }))
  },
}
