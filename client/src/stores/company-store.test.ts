// @vitest-environment node
import { expect, test } from 'vitest'
import { ALONE, withNews } from './company-store.ts'

test('[P15] what is absent stays, and another activity begins with nothing', () => {
  const attendance = { here: 3, writing: 1, writers: [] }
  const guide = { turn: 't', mode: 'bring' as const, look: null }
  const one = withNews(ALONE, { activity: 'a', attendance, guide, cursor: 5 })
  expect(withNews(one, { activity: 'a', cursors: [] })).toEqual({ ...one, cursors: [] })
  expect(withNews(one, { activity: 'a', guide: null }).guide).toBeNull()
  expect(withNews(one, { activity: 'b' })).toEqual({ ...ALONE, activity: 'b', cursor: 5 })
})
