/** What the people at one wall are told of each other in passing (docs/spec/wall.md, M70 to M76). */
import type { Person } from '../../../people/person.ts'
import type { CompanyRules, DocumentPresence, Moment } from '../../kit/kind.ts'
import type { WallDefinition } from '../definition.ts'
import { SHARED_WALL } from '../documents.ts'
import { isHidden, settled, type WallState } from '../state.ts'

/** Above this participants' notes are signed for facilitators and in the harvest only. */
export const SIGNED_UP_TO_PEOPLE = 40

/** Do names stand on notes for everybody? */
export const areSigned = (
  { identity }: Pick<WallDefinition, 'identity'>,
  people: readonly Person[],
): boolean => identity === 'named' && people.length <= SIGNED_UP_TO_PEOPLE

/** Is this a wall on which one points at places, by people who may be seen? A cursor beside a note tells who wrote it. */
export const showsCursors = ({ layout, identity }: WallDefinition): boolean =>
  layout !== 'columns' && identity === 'named'

/**
 * Who is at a wall's document. Without names nothing is told at all: the id of a connection that seems to write, seen
 * beside the note that appears then, would link the notes of one person.
 */
export function presenceAtWall(
  state: WallState,
  name: string,
  { definition, people }: Moment<WallDefinition>,
): DocumentPresence {
  const now = settled(definition, state)
  if (name !== SHARED_WALL || now.identity !== 'named') return 'none'
  return areSigned(now, people) ? 'named' : 'unnamed'
}

export function companyOfWall(
  state: WallState,
  { definition, people }: Moment<WallDefinition>,
): CompanyRules {
  const now = settled(definition, state)
  return {
    named: areSigned(now, people),
    cursors: state.cursors && showsCursors(now) && !isHidden(definition, state),
  }
}
