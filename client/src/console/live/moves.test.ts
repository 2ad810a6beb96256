import type { Activity, Workshop } from '@escale/shared'
import { describe, expect, it } from 'vitest'
import { nextMove, previousMove } from './moves.ts'

const activity = (id: string): Activity => ({
  id,
  kind: 'slide',
  title: id,
  instructions: '',
  privateNote: '',
  durationMs: 60_000,
  durationProposed: false,
  definition: {},
})
const settings: Workshop['settings'] = {
  title: '',
  language: 'fr',
  identity: ['named'],
  askOrganisation: false,
  askTerritory: false,
  visio: { plenary: '', groups: { mode: 'none' } },
  capacity: 10,
  startsAt: null,
  timeZone: 'Europe/Paris',
  harvestShared: false,
}
const planned = (current: string | null, ...ids: string[]) => ({
  workshop: { settings, plan: ids.map(activity) },
  current,
})

describe('the one big next action', () => {
  it('starts with the first activity', () => {
    expect(nextMove(planned(null, 'a', 'b'), 'lobby')).toMatchObject({
      type: 'go',
      isFirst: true,
      activity: { id: 'a' },
    })
  })

  it('goes on in the order of the plan', () => {
    expect(nextMove(planned('a', 'a', 'b'), 'running')).toMatchObject({ type: 'go', activity: { id: 'b' } })
  })

  it('offers the end after the last one, and the way back after the end', () => {
    expect(nextMove(planned('b', 'a', 'b'), 'running')).toEqual({ type: 'finish' })
    expect(nextMove(planned('b', 'a', 'b'), 'ended')).toEqual({ type: 'reopen' })
  })

  it('starts nothing when there is nothing to start', () => {
    expect(nextMove(planned(null), 'lobby')).toEqual({ type: 'none' })
  })
})

describe('going back', () => {
  it('leads to the activity before, and nowhere from the first', () => {
    expect(previousMove(planned('b', 'a', 'b'))?.id).toBe('a')
    expect(previousMove(planned('a', 'a', 'b'))).toBeUndefined()
    expect(previousMove(planned(null, 'a'))).toBeUndefined()
  })
})
