import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { follow, type SavingEvent, savedOf, startSaving } from './saving.ts'

const after = (...events: SavingEvent[]) => savedOf(events.reduce(follow, startSaving))

describe('what the screen says of saving', () => {
  test('[D7] « saved » only when the server has dealt with all that was sent', () => {
    expect(after()).toBe('saving')
    expect(after('connected', 'disconnected')).toBe('offline')
    expect(after('connected', 'changed', 'disconnected', 'changed')).toBe('offline')
    expect(after('connected')).toBe('saving')
    expect(after('connected', 'caught-up')).toBe('saving')
    expect(after('connected', 'caught-up', { dealtWith: 1 })).toBe('saved')
    expect(after('connected', 'caught-up', { dealtWith: 1 }, 'changed')).toBe('saving')
    expect(after('connected', 'caught-up', 'changed', 'changed', { dealtWith: 2 })).toBe('saving')
    expect(after('connected', 'caught-up', 'changed', 'changed', { dealtWith: 3 })).toBe('saved')
  })

  test('[D7] never « saved » without a connection, whatever happened before', () => {
    const event = fc.oneof(
      fc.constantFrom<SavingEvent>('connected', 'disconnected', 'changed', 'caught-up', 'refused'),
      fc.record({ dealtWith: fc.nat({ max: 9 }) }),
    )
    fc.assert(
      fc.property(fc.array(event), (events) => {
        expect(after(...events, 'disconnected')).not.toBe('saved')
        expect(after(...events, 'connected')).not.toBe('saved')
        expect(after(...events, 'connected', 'changed')).not.toBe('saved')
      }),
    )
  })

  test('[D12] refused stays said until the server has asked again and taken all', () => {
    const refused = ['connected', 'caught-up', { dealtWith: 1 }, 'changed', 'refused'] as const
    expect(after(...refused, { dealtWith: 2 })).toBe('refused')
    expect(after(...refused, 'disconnected')).toBe('refused')
    expect(after(...refused, { dealtWith: 2 }, 'caught-up')).toBe('saving')
    expect(after(...refused, { dealtWith: 2 }, 'caught-up', 'refused', { dealtWith: 3 })).toBe('refused')
    expect(after(...refused, { dealtWith: 2 }, 'caught-up', { dealtWith: 3 })).toBe('saved')
  })

  test('[D7] a connection that does not answer counts as none until it does', () => {
    const stalled = ['connected', 'caught-up', { dealtWith: 1 }, 'changed', 'stalled'] as const
    expect(after(...stalled)).toBe('offline')
    expect(after(...stalled, 'changed')).toBe('offline')
    expect(after(...stalled, { dealtWith: 2 })).toBe('saved')
  })

  test('[D7] the first connection is on its way until it has taken too long; then one is told', () => {
    expect(after('disconnected')).toBe('saving')
    expect(after('changed', 'disconnected', 'changed')).toBe('saving')
    expect(after('stalled')).toBe('offline')
    expect(after('disconnected', 'stalled', 'disconnected', 'changed')).toBe('offline')
    expect(after('disconnected', 'stalled', 'connected')).toBe('saving')
  })

  test('what was changed offline counts as changed until it is saved', () => {
    const away = (['changed', 'connected', 'caught-up'] as const).reduce(follow, startSaving)
    expect(away.changed).toBe(true)
    expect(follow(away, { dealtWith: 1 }).changed).toBe(false)
  })
})
