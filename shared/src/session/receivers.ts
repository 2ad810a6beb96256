import type { PersonId } from '../ids.ts'
import type { RoomKey } from '../room-key.ts'
import type { MessageTo } from './commands.ts'

/** The one person to whom a message goes and nobody else; undefined: it goes to rooms. */
export const onlyReceiver = (to: MessageTo): PersonId | undefined =>
  typeof to === 'object' && 'person' in to ? to.person : undefined

/** Is this for somebody (null: a screen) who is in that room? */
export function isFor(to: MessageTo, person: PersonId | null, room: RoomKey): boolean {
  if (typeof to === 'string') return to === 'all' || to === room
  return 'rooms' in to ? to.rooms.includes(room) : to.person === person
}
