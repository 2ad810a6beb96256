import type { PersonId } from '@escale/shared'
import type { RoundTableAction } from '@escale/shared/activities/round-table'
import type { GroupNow, MyPlace } from '../group-now.ts'

/** What every part of a group's page needs. */
export interface Room extends GroupNow {
  /** null: a facilitator who visits. */
  readonly place: MyPlace | null
  readonly me: PersonId | null
  readonly name: (person: PersonId) => string
  readonly send: (action: RoundTableAction) => Promise<boolean>
  readonly sure: boolean
  readonly paused: boolean
}

/** Names as a list in the reader's language. */
export const nameList = (people: readonly PersonId[], name: Room['name'], language: string): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(people.map(name))
