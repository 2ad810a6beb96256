import type { PersonId } from '@escale/shared'
import { useCallback } from 'react'
import { useRoster } from '../session.ts'
import { usePeopleTexts } from '../texts/people.ts'

/** How the console names anybody of the session: by name, or « Anonyme 12 »; '' for an id that is nobody's. */
export function usePersonName(): (id: PersonId) => string {
  const t = usePeopleTexts()
  const people = useRoster()
  return useCallback(
    (id) => {
      const person = people.get(id)
      if (person === undefined) return ''
      return person.name || t('anonymous', { rank: person.rank })
    },
    [people, t],
  )
}
