import type { Frame, PersonLine } from '@escale/shared'
import { describe, expect, it } from 'vitest'
import { NOTHING_SEEN, type Sight, withFrame } from './sight.ts'

const line = (id: string): PersonLine => ({
  id,
  role: 'participant',
  rank: 1,
  away: false,
  removed: false,
  hasDevice: true,
  name: id,
  organisation: '',
  territory: '',
  room: 'plenary',
})
const frame = (frame: Partial<Frame>): Frame => ({ frame: 1, whole: false, seq: 1, ...frame })
const seeing = (...frames: Frame[]) =>
  frames.reduce<Sight | undefined>((sight, next) => sight && withFrame(sight, next), NOTHING_SEEN)

describe('what a connection sees', () => {
  it('keeps a slice that a frame does not tell', () => {
    const headcount = { here: 1, joined: 2 }
    expect(seeing(frame({ headcount }), frame({ frame: 2, seq: 5 }))).toMatchObject({ headcount, seq: 5 })
  })

  it('is nothing to build on when a frame is missing', () => {
    expect(seeing(frame({}), frame({ frame: 3 }))).toBeUndefined()
  })

  it('starts anew with a whole frame, whatever its number', () => {
    const headcount = { here: 1, joined: 2 }
    expect(seeing(frame({ headcount }), frame({ frame: 9, whole: true }))).toMatchObject({
      frame: 9,
      headcount: undefined,
    })
  })

  it('adds and takes away people by the difference', () => {
    const sight = seeing(
      frame({ people: { whole: true, set: [line('a'), line('b')], gone: [] } }),
      frame({ frame: 2, people: { whole: false, set: [line('c')], gone: ['a'] } }),
    )
    expect([...(sight?.people.keys() ?? [])]).toEqual(['b', 'c'])
  })

  it('forgets the activity when the lobby is back', () => {
    const running = frame({ activity: { id: 'x' } as Frame['activity'] & object })
    expect(seeing(running, frame({ frame: 2, activity: null }))?.activity).toBeNull()
  })
})
