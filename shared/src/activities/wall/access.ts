import type { PersonId } from '../../ids.ts'
import { drives } from '../../people/drives.ts'
import type { Viewer } from '../../people/person.ts'
import type { Access, Moment } from '../kit/kind.ts'
import type { WallDefinition } from './definition.ts'
import { ownerOf, SHARED_WALL } from './documents.ts'
import { isHidden, type WallState } from './state.ts'

/** Facilitators write on the wall also while it is locked or hidden: they keep it in order. */
function wallAccess(state: WallState, viewer: Viewer, definition: WallDefinition): Access {
  if (drives(viewer.role)) return 'write'
  if (isHidden(definition, state)) return 'none'
  return viewer.role === 'screen' || state.locked ? 'read' : 'write'
}

/**
 * A private page is its author's, and facilitators may read it, unless the wall is anonymous: its name says whose it is.
 * It stays writable after the reveal, so that who wrote without network loses nothing.
 */
function pageAccess(state: WallState, owner: PersonId, viewer: Viewer, definition: WallDefinition): Access {
  if (viewer.id === owner) return state.locked ? 'read' : 'write'
  return drives(viewer.role) && definition.identity === 'named' ? 'read' : 'none'
}

export function wallAccessTo(
  state: WallState,
  name: string,
  viewer: Viewer,
  { definition }: Moment<WallDefinition>,
): Access {
  if (name === SHARED_WALL) return wallAccess(state, viewer, definition)
  const owner = ownerOf(name)
  return owner === undefined || owner === '' ? 'none' : pageAccess(state, owner, viewer, definition)
}
