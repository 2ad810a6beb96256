import { PLENARY } from '@escale/shared'
import { describe, expect, test } from 'vitest'
import type { Visio, VisioSettings } from './visio.ts'

const NONE: VisioSettings = { plenary: '', groups: { mode: 'none' } }

/** What every provider must hold to. */
export function visioContract(visio: Visio, workshops: readonly VisioSettings[]): void {
  describe(`visio: ${visio.id}`, () => {
    test('[V1] a workshop without visio has no address, in any room', () => {
      for (const room of [PLENARY, 'g1', 'g200']) expect(visio.addressOf(NONE, room)).toBe('')
    })

    test.each(workshops)('[V2] an address is http or https and nothing else (%j)', (settings) => {
      for (const room of [PLENARY, 'g1', 'g2', 'g999'])
        expect(visio.addressOf(settings, room)).toMatch(/^$|^https?:\/\//)
    })

    test.each(workshops)(
      '[V3] the same room has the same address each time; groups do not share one (%j)',
      (settings) => {
        const addresses = ['g1', 'g2', 'g3']
          .map((room) => visio.addressOf(settings, room))
          .filter((a) => a !== '')
        expect(new Set(addresses).size).toBe(addresses.length)
        expect(visio.addressOf(settings, 'g1')).toBe(visio.addressOf(settings, 'g1'))
      },
    )
  })
}
