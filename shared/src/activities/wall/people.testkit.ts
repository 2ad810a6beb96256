/** Who is in the session of a wall's tests. */
import type { Person, Viewer } from '../../people/person.ts'

export const somebody = (id: string, role: Person['role'], rank: number): Person => ({
  id,
  role,
  rank,
  away: false,
  removed: false,
  hasDevice: true,
})
export const people = [
  somebody('fac', 'facilitator', 1),
  somebody('ann', 'participant', 2),
  somebody('bob', 'participant', 3),
]
export const FAC: Viewer = { id: 'fac', role: 'facilitator' }
export const ANN: Viewer = { id: 'ann', role: 'participant' }
export const BOB: Viewer = { id: 'bob', role: 'participant' }
