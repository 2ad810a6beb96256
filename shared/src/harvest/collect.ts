/** The récolte: everything a session produced that may be seen (docs/spec/harvest.md). */
import type * as Y from 'yjs'
import type { ActivityId, PersonId } from '../ids.ts'
import { drives } from '../people/drives.ts'
import { marksOf, namesTogether } from '../people/namesakes.ts'
import type { Identities } from '../people/person.ts'
import type { Activity } from '../plan/workshop.ts'
import { type Kinds, liveActivity } from '../session/moment.ts'
import { roster, type SessionState } from '../session/state.ts'
import type { Harvest, HarvestBlock, HarvestSection } from './blocks.ts'

/** What people wrote, as far as it is at hand. */
export interface HarvestDocuments {
  /** The names of an activity's documents that exist. */
  readonly names: (activity: ActivityId) => readonly string[]
  /** A document's content; undefined when nobody wrote in it. */
  readonly read: (activity: ActivityId, name: string) => Y.Doc | undefined
  /** Is what is stored of it damaged? Then there is nothing to be read. Default: nothing is. */
  readonly isUnreadable?: (activity: ActivityId, name: string) => boolean
}

export interface HarvestRequest {
  readonly kinds: Kinds
  readonly state: SessionState
  readonly identities: Identities
  readonly documents: HarvestDocuments
  /** Server time, ms. */
  readonly now: number
  /** For drivers, everything so far. For all others, what is over: a running activity may still keep secrets. */
  readonly reader: 'driver' | 'other'
  /** With the names of the authors who gave one and agreed. */
  readonly names: boolean
  /** Only this activity; null: the whole session. */
  readonly activity: ActivityId | null
}

type Keep = (person: PersonId) => boolean

/** A block without the people who are not to be named. */
function withPeople(block: HarvestBlock, keep: Keep): HarvestBlock {
  const known = (author: PersonId | null): PersonId | null =>
    author !== null && keep(author) ? author : null
  switch (block.type) {
    case 'notes':
      return {
        ...block,
        zones: block.zones.map((zone) => ({
          ...zone,
          notes: zone.notes.map((note) => ({ ...note, author: known(note.author) })),
        })),
      }
    case 'stories':
      return { ...block, stories: block.stories.map((story) => ({ ...story, author: known(story.author) })) }
    case 'ranking':
      return {
        ...block,
        entries: block.entries.map((entry) => ({ ...entry, people: entry.people.filter(keep) })),
      }
    case 'groups':
      return {
        ...block,
        groups: block.groups.map((group) => ({ ...group, people: group.people.filter(keep) })),
      }
    default:
      return block
  }
}

/** Has a block anything to show? */
function isFull(block: HarvestBlock): boolean {
  switch (block.type) {
    case 'notes':
      return block.zones.some((zone) => zone.notes.length > 0)
    case 'stories':
      return block.words.length > 0 || block.stories.length > 0
    case 'groups':
      return block.groups.length > 0
    case 'ranking':
      return block.entries.length > 0
    case 'table':
      return block.rows.length > 0
    case 'heading':
    case 'markdown':
      return block.text.trim() !== ''
    case 'link':
    case 'picture':
    case 'unreadable':
      return true
  }
}

function section(activity: Activity, request: HarvestRequest, keep: Keep): HarvestSection | undefined {
  const { kinds, state, now, documents } = request
  const live = liveActivity(kinds, state, activity.id, now)
  const isRunning = state.current === activity.id && state.status === 'running'
  if (live === undefined || (isRunning && request.reader === 'other')) return undefined
  /** Documents that were asked for and cannot be read, and of which the kind does not say so itself. */
  const lost = new Set<string>()
  const isLost = (name: string) => documents.isUnreadable?.(activity.id, name) ?? false
  const told = live.kind
    .harvest({
      ...live.moment,
      state: live.state,
      language: state.workshop.settings.language,
      documentNames: documents.names(activity.id),
      document: (name) => {
        if (isLost(name)) lost.add(name)
        return documents.read(activity.id, name)
      },
      isUnreadable: (name) => {
        lost.delete(name)
        return isLost(name)
      },
    })
    .filter(isFull)
  const blocks: readonly HarvestBlock[] = lost.size > 0 ? [{ type: 'unreadable' }, ...told] : told
  if (blocks.every((block) => block.type === 'heading')) return undefined
  return {
    activity: activity.id,
    kind: activity.kind,
    title: activity.title,
    instructions: activity.instructions,
    startedAt: live.run.startedAt,
    blocks: blocks.map((block) => withPeople(block, keep)),
  }
}

/** The activities whose documents a harvest reads: those that were started, in the order of the plan. */
export const harvestedActivities = (state: SessionState, only: ActivityId | null): readonly ActivityId[] =>
  state.workshop.plan
    .filter(({ id }) => Object.hasOwn(state.runs, id) && (only === null || id === only))
    .map(({ id }) => id)

/** Pure: the same state and documents give the same harvest. An activity with nothing to show is left out. */
export function collectHarvest(request: HarvestRequest): Harvest {
  const { state, identities, now } = request
  const here = roster(state)
  const names = new Map<PersonId, string>()
  if (request.names)
    for (const [id, name] of namesTogether(
      here.map(({ id }) => id),
      identities,
      marksOf(identities, (id) => state.people[id]?.rank ?? 0),
    ))
      if (name !== '') names.set(id, name)
  const keep: Keep = (person) => names.has(person)
  const participants = here.filter((person) => !drives(person.role))
  const { settings, plan } = state.workshop
  return {
    title: settings.title,
    language: settings.language,
    sessionAt: sessionTime(state),
    madeAt: now,
    ended: state.status === 'ended',
    sections: plan
      .filter(({ id }) => request.activity === null || id === request.activity)
      .flatMap((activity) => section(activity, request, keep) ?? []),
    participants: participants.length,
    people: participants.map(({ id }) => id).filter(keep),
    names: request.names ? Object.fromEntries(names) : null,
  }
}

/** When the session took place: its first start, else the announced one, else when it was made. Server time, ms. */
function sessionTime(state: SessionState): number {
  const starts = Object.values(state.runs).map(({ run }) => run.startedAt)
  return starts.length > 0 ? Math.min(...starts) : (state.workshop.settings.startsAt ?? state.createdAt)
}
