/**
 * What each audience is sent. A frame is made of slices; a slice is sent when it changed. Secrets are cut here, on the
 * server: what is not in a viewer's slices never reaches the viewer.
 */
import type { Phase } from '../clock/phases.ts'
import type { Run } from '../clock/run-schema.ts'
import type { ActivityId, PersonId } from '../ids.ts'
import { drives } from '../people/drives.ts'
import { marksKept, nameApart, namesTogether } from '../people/namesakes.ts'
import type { Identities, Person, Role, Viewer } from '../people/person.ts'
import { timeZoneOf } from '../plan/time-zone.ts'
import type { Activity, Workshop } from '../plan/workshop.ts'
import { PLENARY, type RoomKey } from '../room-key.ts'
import { type Kinds, kindOf, liveActivity } from './moment.ts'
import { isFor } from './receivers.ts'
import { placements, visioAddress } from './rooms.ts'
import { findPerson, type Message, roster, type SessionState } from './state.ts'

/** Same for everybody. */
export interface SessionSlice {
  readonly status: SessionState['status']
  readonly title: string
  readonly language: 'fr' | 'en'
  readonly locked: boolean
  /** Must a facilitator let people in? */
  readonly approval: boolean
  readonly startsAt: number | null
  /** IANA name of the place in whose time the session is told. */
  readonly timeZone: string
  /** May participants and screens read the récolte? */
  readonly harvestShared: boolean
  /** Where we are in the plan: 0-based, with how many there are; index −1 before the start. */
  readonly index: number
  readonly count: number
  /** The kinds that the plan has, each once, in no order of the plan: so that their code can be there in time. */
  readonly kinds: readonly string[]
}

/** The activity that runs, as its audience may see it. null in the lobby. */
export interface ActivitySlice {
  readonly id: ActivityId
  readonly kind: string
  readonly title: string
  readonly instructions: string
  readonly run: Run
  readonly phases: readonly Phase[]
  readonly durationMs: number
  /** The kind's own view. */
  readonly view: unknown
  /** Names of the people that the view mentions; an empty name is shown as « Anonyme » with the rank. */
  readonly names: Readonly<Record<PersonId, NameTag>>
}

export interface NameTag {
  readonly name: string
  readonly rank: number
  /** Drives the session without having given a name: called by that, and not « Anonyme 1 ». Absent: no. */
  readonly isTeam?: true
}

/** One viewer's own. */
export interface MeSlice {
  readonly id: PersonId | null
  readonly role: Role
  readonly name: string
  /** What one told at the door, so that a change of name can keep it; absent: nothing. */
  readonly organisation?: string
  readonly territory?: string
  readonly rank: number
  readonly room: RoomKey
  /** Activity time, ms, at which the room closes and the plenary is where one is; null: open-ended. */
  readonly roomUntil: number | null
  /** Visio addresses; empty: none. */
  readonly visioPlenary: string
  readonly visioRoom: string
  readonly messages: readonly Message[]
  /** What this person has of her own in activities that are over, in the order of the plan. */
  readonly own: readonly OwnLine[]
}

export interface OwnLine {
  readonly activity: ActivityId
  readonly kind: string
  readonly title: string
  /** What the kind's `own` says for this person. */
  readonly own: unknown
}

/** The last thing that can be taken back, told so that a button can say it. */
export interface UndoLine {
  readonly seq: number
  /** The type of the command. */
  readonly did: string
  readonly actor: PersonId | null
  /** What its type leaves open: the type of an activity's action; `locked` or `unlocked` for the door. */
  readonly detail: string | null
  /** The activity or person that it concerned, if one. */
  readonly target: ActivityId | PersonId | null
  /** The title of an activity that is no longer in the plan, or not yet again. */
  readonly title: string | null
  /** The change of time that it made, ms; null when it made none. */
  readonly ms: number | null
}

/** For facilitators: everything that they prepared, with private notes. */
export interface PlanSlice {
  readonly workshop: Workshop
  readonly runs: Readonly<Record<ActivityId, { readonly run: Run; readonly phases: readonly Phase[] }>>
  readonly current: ActivityId | null
  /** The command that `undo` would take back. */
  readonly undo: UndoLine | null
  /** What `redo` would do again. */
  readonly redo: UndoLine | null
  readonly messages: readonly Message[]
}

/** For facilitators: one line per person; sent as differences. */
export interface PersonLine extends Person {
  readonly name: string
  readonly organisation: string
  readonly territory: string
  readonly room: RoomKey
  /** What stands after the name, where others of the session have the same. Absent: nobody has. */
  readonly apart?: string
}

const NOBODY = { name: '', organisation: '', territory: '' }

export function sessionSlice(state: SessionState): SessionSlice {
  const { settings, plan } = state.workshop
  return {
    status: state.status,
    title: settings.title,
    language: settings.language,
    locked: state.locked,
    approval: state.approval === true,
    startsAt: settings.startsAt,
    timeZone: timeZoneOf(settings),
    harvestShared: settings.harvestShared,
    index: plan.findIndex((a) => a.id === state.current),
    count: plan.length,
    kinds: [...new Set(plan.map((a) => a.kind))].sort(),
  }
}

/** The key under which a viewer's activity slice may be shared: same key, same slice. */
export function audienceKey(kinds: Kinds, state: SessionState, viewer: Viewer, now: number): string {
  const live = liveActivity(kinds, state, state.current, now)
  return live ? `${live.activity.id}/${live.kind.audience(live.state, viewer)}` : ''
}

/** The current activity for all viewers whose `audienceKey` is the same as `viewer`'s. */
export function activitySlice(
  kinds: Kinds,
  state: SessionState,
  viewer: Viewer,
  identities: Identities,
  now: number,
): ActivitySlice | null {
  const live = liveActivity(kinds, state, state.current, now)
  if (live === undefined) return null
  const { view, mentions } = live.kind.view(live.state, live.kind.audience(live.state, viewer), live.moment)
  return {
    ...publicPart(live.activity),
    run: live.run,
    phases: live.phases,
    view,
    names: nameTags(state, identities, mentions),
  }
}

/** An activity without what is for facilitators only. Listed, not subtracted: a new field stays private until it is put here. */
export const publicPart = (a: Activity) => ({
  id: a.id,
  kind: a.kind,
  title: a.title,
  instructions: a.instructions,
  durationMs: a.durationMs,
})

const rankIn = (state: SessionState) => (id: PersonId) => findPerson(state, id)?.rank ?? 0

/** How somebody is called among all who are in the session. */
export const nameInSession = (state: SessionState, identities: Identities, person: PersonId): string =>
  nameApart(identities.get(person)?.name ?? '', marksKept(identities, rankIn(state)).get(person))

export function nameTags(
  state: SessionState,
  identities: Identities,
  people: readonly PersonId[],
): Record<PersonId, NameTag> {
  const names = namesTogether(people, identities, marksKept(identities, rankIn(state)))
  return Object.fromEntries(
    people.flatMap((id) => {
      const person = findPerson(state, id)
      if (person === undefined) return []
      const name = names.get(id) ?? ''
      const isTeam = name === '' && drives(person.role) ? ({ isTeam: true } as const) : {}
      return [[id, { name, rank: person.rank, ...isTeam }]]
    }),
  )
}

/** What people have of their own in one activity that is over. */
interface PastActivity {
  readonly activity: Activity
  readonly own: ReadonlyMap<PersonId, unknown>
}

/** The activities that are over in which somebody has something of their own. */
function pastActivities(kinds: Kinds, state: SessionState, now: number): PastActivity[] {
  return state.workshop.plan.flatMap((activity) => {
    const isRunning = state.status === 'running' && state.current === activity.id
    if (isRunning || !kindOf(kinds, activity.kind)?.keepsOwn) return []
    const live = liveActivity(kinds, state, activity.id, now)
    return live ? [{ activity, own: live.kind.own(live.state, live.moment) }] : []
  })
}

const ownLines = (past: readonly PastActivity[], person: PersonId | null): OwnLine[] =>
  past.flatMap(({ activity: { id, kind, title }, own }) =>
    person !== null && own.has(person) ? [{ activity: id, kind, title, own: own.get(person) }] : [],
  )

/** A function that gives the `me` slice of any viewer at `now`. */
export function meSlices(
  kinds: Kinds,
  state: SessionState,
  identities: Identities,
  now: number,
  addressOf: typeof visioAddress = visioAddress,
): (viewer: Viewer) => MeSlice {
  const placementOf = placements(kinds, state, now)
  const past = pastActivities(kinds, state, now)
  const { visio } = state.workshop.settings
  return (viewer) => {
    const person = viewer.id === null ? undefined : findPerson(state, viewer.id)
    const {
      name = '',
      organisation = '',
      territory = '',
    } = (viewer.id === null ? undefined : identities.get(viewer.id)) ?? {}
    const { room, until } = viewer.id === null ? { room: 'plenary', until: null } : placementOf(viewer.id)
    return {
      id: viewer.id,
      role: viewer.role,
      name,
      ...(organisation ? { organisation } : {}),
      ...(territory ? { territory } : {}),
      rank: person?.rank ?? 0,
      room,
      roomUntil: until,
      visioPlenary: addressOf(visio, PLENARY),
      visioRoom: addressOf(visio, room),
      messages: state.messages.filter(({ to }) => isFor(to, viewer.id, room)).slice(-5),
      own: ownLines(past, viewer.id),
    }
  }
}

function undoLine(entry: SessionState['undo'][number] | undefined, isUndone: boolean): UndoLine | null {
  if (entry === undefined) return null
  const { seq, did, detail, actor, inverse } = entry
  const target = 'person' in inverse ? inverse.person : 'activity' in inverse ? inverse.activity : null
  return {
    seq,
    did,
    detail,
    actor,
    // A `plan-remove` is reversed by a whole `plan-add`.
    target: typeof target === 'object' ? (target?.id ?? null) : target,
    title: inverse.type === 'plan-add' ? inverse.activity.title : null,
    ms: inverse.type === 'adjust-phase' ? (isUndone ? inverse.ms : -inverse.ms) : null,
  }
}

export function planSlice(kinds: Kinds, state: SessionState, now: number): PlanSlice {
  return {
    workshop: state.workshop,
    runs: Object.fromEntries(
      Object.keys(state.runs).flatMap((id) => {
        const live = liveActivity(kinds, state, id, now)
        return live ? [[id, { run: live.run, phases: live.phases }]] : []
      }),
    ),
    current: state.current,
    undo: undoLine(state.undo.at(-1), false),
    redo: undoLine(state.redo.at(-1), true),
    messages: state.messages,
  }
}

/** Everybody but those who never took up their seat or are erased; removed people included (they can be let in again). */
export function personLines(
  kinds: Kinds,
  state: SessionState,
  identities: Identities,
  now: number,
): PersonLine[] {
  const placementOf = placements(kinds, state, now)
  const marks = marksKept(identities, rankIn(state))
  return Object.values(state.people)
    .filter((p) => p.outside !== 'released' && !p.erased)
    .map((p) => {
      const apart = marks.get(p.id)
      return {
        ...{ ...p, ...(identities.get(p.id) ?? NOBODY), room: placementOf(p.id).room },
        ...(apart === undefined ? {} : { apart }),
      }
    })
}

/** How many participants are here, of how many who joined. */
export function headcount(state: SessionState): { here: number; joined: number } {
  const people = roster(state).filter((p) => !drives(p.role))
  return { here: people.filter((p) => !p.away).length, joined: people.length }
}
