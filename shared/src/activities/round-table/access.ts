/** Where people are, and what they may read and write (docs/spec/round-table.md, R32 to R35). */
import type { PersonId } from '../../ids.ts'
import {
  SHARED_TEXT_MAX_BYTES,
  SHARED_TEXT_MAX_BYTES_PER_PERSON,
  SHARED_TEXT_MAX_PIECES,
} from '../../limits.ts'
import { drives } from '../../people/drives.ts'
import type { Viewer } from '../../people/person.ts'
import { PLENARY } from '../../room-key.ts'
import type { Access, AudienceKey, Moment, Placement } from '../kit/kind.ts'
import { type DocumentShape, textShape } from '../kit/shape.ts'
import type { Definition } from './definition.ts'
import { PAGE_TEXT } from './page.ts'
import { findGroup, groupOf, type State } from './state.ts'
import { commonEnd, groupEnd, isOpen, NOTES_GRACE_MS, shownGroup } from './time.ts'

/** Members until their group's end; a facilitator who visits is there too. */
export function rooms(state: State, moment: Moment<Definition>): ReadonlyMap<PersonId, Placement> {
  const placed = new Map<PersonId, Placement>()
  const common = commonEnd(state, moment)
  for (const group of state.groups) {
    if (!isOpen(group, state, moment)) continue
    const placement = { room: group.key, until: groupEnd(group, common) }
    for (const seat of group.seats) placed.set(seat.person, placement)
  }
  for (const [person, key] of Object.entries(state.visits)) {
    const group = findGroup(state, key)
    if (group && isOpen(group, state, moment))
      placed.set(person, { room: key, until: groupEnd(group, common) })
  }
  return placed
}

/**
 * A group's page: its members write until shortly after its end and read from then on; facilitators read and write;
 * the room's screen reads the one that a facilitator shows there; everybody else: nothing, as if it did not exist.
 */
export function access(state: State, name: string, viewer: Viewer, moment: Moment<Definition>): Access {
  const isPage = [...state.groups, ...state.past].some((g) => g.pages.includes(name))
  if (!isPage) return 'none'
  if (drives(viewer.role)) return 'write'
  if (viewer.role === 'screen') return shownGroup(state, moment)?.pages.includes(name) ? 'read' : 'none'
  const group = groupOf(state, viewer.id)
  if (!group?.pages.includes(name)) return 'none'
  const end = groupEnd(group, commonEnd(state, moment))
  return moment.elapsed < end + NOTES_GRACE_MS ? 'write' : 'read'
}

const PAGE_SHAPE = textShape(PAGE_TEXT, {
  maxBytes: SHARED_TEXT_MAX_BYTES,
  maxBytesPerPerson: SHARED_TEXT_MAX_BYTES_PER_PERSON,
  maxPieces: SHARED_TEXT_MAX_PIECES,
})
/** Every document here is a group's page. */
export const pageShape = (): DocumentShape => PAGE_SHAPE

export const FACILITATORS: AudienceKey = 'facilitators'
export const SCREEN: AudienceKey = 'screen'
const PLENARY_AUDIENCE: AudienceKey = PLENARY
const GROUP_PREFIX = 'group:'

export function audience(state: State, viewer: Viewer): AudienceKey {
  if (drives(viewer.role)) return FACILITATORS
  if (viewer.role === 'screen') return SCREEN
  const group = groupOf(state, viewer.id)
  return group ? `${GROUP_PREFIX}${group.key}` : PLENARY_AUDIENCE
}

/** The group that an audience is; undefined: it is none. */
export const audienceGroup = (key: AudienceKey): string | undefined =>
  key.startsWith(GROUP_PREFIX) ? key.slice(GROUP_PREFIX.length) : undefined
