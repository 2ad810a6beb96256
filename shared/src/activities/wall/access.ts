import type { PersonId } from '../../ids.ts'
import { drives } from '../../people/drives.ts'
import type { Viewer } from '../../people/person.ts'
import type { Access, Moment } from '../kit/kind.ts'
import type { WallDefinition } from './definition.ts'
import { INBOX, ownerOf, SHARED_WALL, SHELF, TALLY } from './documents.ts'
import { isOfHistory } from './history/documents.ts'
import { isHidden, settled, type WallState } from './state.ts'
import { voteAccessTo } from './voting/access.ts'

/** A private page is its author's to read, and facilitators' where notes are signed: its name says whose it is. */
function pageAccess(state: WallState, owner: PersonId, viewer: Viewer, definition: WallDefinition): Access {
  if (viewer.id === owner) return 'read'
  return drives(viewer.role) && settled(definition, state).identity === 'named' ? 'read' : 'none'
}

/**
 * Facilitators write themselves, also while the wall is locked or hidden: they keep it in order. Everybody else reads, and
 * asks for what they want written (`edits.ts`).
 */
export function wallAccessTo(
  state: WallState,
  name: string,
  viewer: Viewer,
  moment: Moment<WallDefinition>,
): Access {
  const { definition } = moment
  const isDriver = drives(viewer.role)
  const vote = voteAccessTo(state.votes, name, viewer, moment)
  if (vote !== undefined) return vote
  switch (name) {
    case SHARED_WALL:
      return isDriver ? 'write' : isHidden(definition, state) ? 'none' : 'read'
    case INBOX:
    case SHELF:
      return isDriver ? 'write' : 'none'
    case TALLY:
      return isDriver || viewer.role === 'screen' ? 'read' : 'none'
    default: {
      if (isOfHistory(name)) return isDriver ? 'read' : 'none'
      const owner = ownerOf(name)
      return owner === undefined || owner === '' ? 'none' : pageAccess(state, owner, viewer, definition)
    }
  }
}
