/** Whose a note is, and who may change it: the same question for every edit. */
import { drives } from '../../people/drives.ts'
import type { WallNote } from '../../wall/note.ts'
import type { EditMoment } from '../kit/kind.ts'
import type { Reach, WallDefinition } from './definition.ts'
import { pseudonymOf } from './edits.ts'
import { isHidden, settled, type WallState } from './state.ts'

type Moment = EditMoment<WallDefinition>

/** Did this person write it, or does this secret show that they did? */
export const isTheirs = (
  note: WallNote,
  { actor, sealOf, seed }: Moment,
  secret: string | undefined,
): boolean =>
  (actor.id !== null && (note.author === actor.id || note.author === pseudonymOf(sealOf, seed, actor.id))) ||
  (note.seal !== '' && secret !== undefined && sealOf(secret) === note.seal)

/** May they change this note of the wall in a way that has this reach? */
export const mayChange = (
  reach: Reach,
  note: WallNote,
  moment: Moment,
  secret: string | undefined,
): boolean =>
  drives(moment.actor.role) || reach === 'all' || (reach === 'own' && isTheirs(note, moment, secret))

/** May they do what touches everybody's notes at once: in all of these ways, with all notes? */
export function mayWithAll(
  ways: readonly (keyof WallDefinition['rights'])[],
  state: WallState,
  { definition, actor }: Moment,
): boolean {
  const { rights } = settled(definition, state)
  return drives(actor.role) || (!isHidden(definition, state) && ways.every((way) => rights[way] === 'all'))
}
