/** How people may present themselves, as the workshop asks, and what of it is kept. */
import { testSettings } from '@escale/shared/testkit'
import { expect, test } from 'vitest'
import { participantIdentity, tidyIdentity } from './identity-rules.ts'

type Modes = (typeof testSettings)['identity']
const given = (name: string) => ({ name, organisation: ' Org ', territory: ' Ici ' })
const as = (name: string, identity: Modes, more: Partial<typeof testSettings> = {}) => {
  const done = participantIdentity({ ...testSettings, identity, ...more }, given(name))
  return done.ok ? done.value : done.refusal
}

test('a name is needed unless one may be nobody, and none is taken where everybody is', () => {
  const kept = (name: string) => ({ name, organisation: '', territory: '' })
  for (const [name, modes, outcome] of [
    ['Léa', ['named'], kept('Léa')],
    [' Léa ', ['pseudonym'], kept('Léa')],
    ['Léa', ['named', 'anonymous'], kept('Léa')],
    ['Léa', ['anonymous', 'named'], kept('Léa')],
    ['Léa', ['anonymous'], 'invalid'],
    ['', ['anonymous'], kept('')],
    ['  ', ['named', 'anonymous'], kept('')],
    ['  ', ['named'], 'invalid'],
    ['\u200b\u3164', ['named'], 'invalid'],
    ['Zoé\u2028\u202eB.', ['named'], kept('Zoé B.')],
    ['', ['named', 'pseudonym'], 'invalid'],
  ] as const)
    expect([name, modes, as(name, [...modes])]).toEqual([name, modes, outcome])
})

test('what was not asked for is not kept', () => {
  const kept = { name: 'Léa', organisation: '', territory: '' }
  expect(as('Léa', ['named'], { askOrganisation: true })).toEqual({ ...kept, organisation: 'Org' })
  expect(as('Léa', ['named'], { askTerritory: true })).toEqual({ ...kept, territory: 'Ici' })
  expect(tidyIdentity(given(' Léa '))).toEqual({ name: 'Léa', organisation: 'Org', territory: 'Ici' })
})
