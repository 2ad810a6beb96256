import type { PersonId } from '../../ids.ts'
import { DOCUMENT_MAX_BYTES, DOCUMENT_MAX_PIECES } from '../../limits.ts'
import { drives } from '../../people/drives.ts'
import type { Viewer } from '../../people/person.ts'
import type { Access, Moment } from '../kit/kind.ts'
import { type DocumentShape, VALUES } from '../kit/shape.ts'
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

const NOTES_SHAPE: DocumentShape = {
  roots: {
    notes: { type: 'map', values: false, entries: { ...VALUES, entries: { type: 'text' } } },
    stacks: { type: 'map', values: false, entries: VALUES },
    // What the server notes besides; a client that comes back with more than the server has gives it back.
    released: VALUES,
    withdrawn: VALUES,
    turns: VALUES,
    merged: VALUES,
  },
  maxBytes: DOCUMENT_MAX_BYTES,
  maxPieces: DOCUMENT_MAX_PIECES,
}

/** What facilitators may write themselves; in all other documents the server alone writes. */
export const wallShape = (name: string): DocumentShape | null =>
  name === SHARED_WALL || name === INBOX || name === SHELF ? NOTES_SHAPE : null
