import { PART_IDS, type Part, type SayPart } from '@escale/shared/activities/wall'
import type { BackgroundOf } from './Background.tsx'

export { Background, type BackgroundOf } from './Background.tsx'
export { useBackgroundTexts } from './texts.ts'
/** The parts of a drawing as a list, for whoever does not see it; a picture has none. */
export const partsOf = (background: BackgroundOf, say: SayPart): readonly Part[] =>
  typeof background === 'string' ? PART_IDS[background].map((id) => ({ id, name: say(id) })) : []
