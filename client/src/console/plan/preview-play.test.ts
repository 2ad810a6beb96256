import { kinds } from '@escale/shared'
import { expect, test } from 'vitest'
import { castOf } from './preview-cast.ts'
import { beginPlay, stepsIn } from './preview-play.ts'

const cast = castOf(['Amina', 'Benoît', 'Chloé'])

/** How many steps one may walk through in the preview of a kind as it is proposed. */
function steps(id: keyof typeof kinds): number {
  const { defaults } = kinds[id]
  const activity = { id: 'a', kind: id, durationMs: defaults.durationMs, definition: defaults.definition }
  const play = beginPlay(activity, cast, 0)
  return play === undefined ? 0 : stepsIn(activity, cast, play)
}

test('a slide has one step, whatever runs on behind its length; a rally has its two', () => {
  expect(steps('slide')).toBe(1)
  expect(steps('wall')).toBe(1)
  expect(steps('word-rally')).toBeGreaterThan(1)
})
