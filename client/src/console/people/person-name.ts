import { drives, nameApart, type PersonId, type PersonLine } from '@escale/shared'
import { useCallback } from 'react'
import { useRoster } from '../session.ts'
import { usePeopleTexts } from '../texts/people.ts'

/** A person's name as facilitators see it; whoever drives without a name is « Animation ». */
export const shownName = (person: PersonLine, t: ReturnType<typeof usePeopleTexts>): string =>
  nameApart(person.name, person.apart) ||
  (drives(person.role) ? t('unnamedDriver') : t('anonymous', { rank: person.rank }))

/** How the console names anybody of the session: by name, or « Anonyme 12 »; '' for an id that is nobody's. */
export function usePersonName(): (id: PersonId) => string {
  const t = usePeopleTexts()
  const people = useRoster()
  return useCallback(
    (id) => {
      const person = people.get(id)
      if (person === undefined) return ''
      return shownName(person, t)
    },
    [people, t],
  )
}
