import * as z from 'zod/mini'
import { refuse } from '../../outcome.ts'
import { defineKind } from '../kit/kind.ts'
import { SlideDefinition, type SlideView } from './definition.ts'
import { harvestSlide } from './harvest.ts'
import { shown } from './shown.ts'

const SlideState = z.object({})
type SlideState = z.infer<typeof SlideState>

/** Plenary text, with a picture, links and a film: something to look at and to listen to. Nothing happens in it. */
export const slide = defineKind<SlideDefinition, SlideState, never, SlideView>({
  id: 'slide',
  version: 1,
  definition: SlideDefinition,
  state: SlideState,
  action: z.never(),
  defaults: {
    definition: { body: '', quotes: [], picture: null, links: [], video: null },
    durationMs: 5 * 60_000,
  },
  swapPictures: (definition, swap) => {
    const picture = definition.picture === null ? null : swap(definition.picture.picture)
    return {
      ...definition,
      picture: picture === null || definition.picture === null ? null : { ...definition.picture, picture },
    }
  },
  initial: () => ({}),
  phases: (_state, { durationMs }) => [
    { id: 'planned', ms: durationMs },
    { id: 'open', ms: null },
  ],
  reduce: () => refuse('invalid'),
  audience: () => 'all',
  view: (_state, _audience, { definition }) => shown(definition),
  harvest: ({ definition }) => harvestSlide(shown(definition)),
})
