import type { PersonLine } from '@escale/shared'
import { describe, expect, it } from 'vitest'
import { byRoom, countPeople, filterPeople } from './filter.ts'

const person = (rank: number, name: string, more: Partial<PersonLine> = {}): PersonLine => ({
  id: `p${rank}`,
  role: 'participant',
  rank,
  away: false,
  removed: false,
  hasDevice: true,
  name,
  organisation: '',
  territory: '',
  room: 'plenary',
  ...more,
})

const people = [
  person(1, 'Claire', { role: 'facilitator' }),
  person(2, 'Élodie', { organisation: 'CNFPT', territory: 'Gironde' }),
  person(3, 'Bastien', { away: true }),
  person(4, 'Zoé', { removed: true }),
  person(5, ''),
]
const names = (found: readonly PersonLine[]) => found.map((p) => p.name)

describe('finding people', () => {
  it('does not mind accents and case, and looks at organisation and territory', () => {
    expect(names(filterPeople(people, 'everyone', 'elodie'))).toEqual(['Élodie'])
    expect(names(filterPeople(people, 'everyone', 'cnfpt GIRONDE'))).toEqual(['Élodie'])
    expect(names(filterPeople(people, 'everyone', 'nobody'))).toEqual([])
  })

  it('takes a number as a whole: « soizic 5 » finds Soizic 5, and the nameless by their rank', () => {
    const many = Array.from({ length: 60 }, (_, i) => person(i + 1, i === 49 ? '' : `Soizic ${60 - i}`))
    expect(names(filterPeople(many, 'everyone', 'soizic 5'))).toEqual(['Soizic 5'])
    expect(filterPeople(many, 'everyone', '50').map((p) => p.rank)).toEqual([11, 50])
  })

  it('shows removed people only when asked for them', () => {
    expect(names(filterPeople(people, 'everyone', ''))).not.toContain('Zoé')
    expect(names(filterPeople(people, 'removed', ''))).toEqual(['Zoé'])
  })

  it('counts what each filter shows', () => {
    expect(countPeople(people)).toEqual({ everyone: 4, here: 3, away: 1, removed: 1, facilitators: 1 })
  })
})

describe('people by room', () => {
  it('puts the plenary first, groups by number, facilitators first, the nameless last', () => {
    const rooms = byRoom(
      [
        person(9, 'Ali', { room: 'g10' }),
        person(8, 'Bea', { room: 'g2' }),
        person(7, '', {}),
        person(6, 'Éric'),
        person(5, 'Eugène'),
        person(1, 'Samir', { role: 'cofacilitator' }),
      ],
      'fr',
    )
    expect(rooms.map((r) => r.room)).toEqual(['plenary', 'g2', 'g10'])
    expect(names(rooms[0]?.people ?? [])).toEqual(['Samir', 'Éric', 'Eugène', ''])
  })
})
