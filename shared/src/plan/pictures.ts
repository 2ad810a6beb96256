import type { SwapPicture } from '../activities/kit/kind.ts'
import { type Kinds, kindOf } from '../session/moment.ts'
import type { Workshop } from './workshop.ts'

/** The workshop with every picture put through `swap`. Definitions must be ones that their kinds accepted. */
export function swapPictures(kinds: Kinds, workshop: Workshop, swap: SwapPicture): Workshop {
  return {
    ...workshop,
    plan: workshop.plan.map((activity) => {
      const kind = kindOf(kinds, activity.kind)
      return kind ? { ...activity, definition: kind.swapPictures(activity.definition, swap) } : activity
    }),
  }
}

/** The ids of the pictures that a workshop shows, each once, in the order of the plan. */
export function picturesOf(kinds: Kinds, workshop: Workshop): string[] {
  const found = new Set<string>()
  swapPictures(kinds, workshop, (picture) => {
    found.add(picture)
    return picture
  })
  return [...found]
}
