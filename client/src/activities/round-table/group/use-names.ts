import type { PersonId } from '@escale/shared'
import type { RoundTableView } from '@escale/shared/activities/round-table'
import { useCallback } from 'react'
import type { Stage } from '../../kit/views.ts'
import type { GroupNow } from '../group-now.ts'
import { useRoundTableTexts } from '../texts.ts'

/** Names in a group; a facilitator who gave none is the team, not « Anonyme 1 ». */
export function useNames(
  { nameOf, activity }: Stage<RoundTableView>,
  { group }: GroupNow,
): (person: PersonId) => string {
  const t = useRoundTableTexts()
  const { visitors, facilitators, help } = group
  const taker = help?.takenBy
  return useCallback(
    (person) => {
      const drives = visitors.includes(person) || facilitators.includes(person) || person === taker
      return drives && !activity.names[person]?.name ? t('facilitation') : nameOf(person)
    },
    [nameOf, activity.names, visitors, facilitators, taker, t],
  )
}
