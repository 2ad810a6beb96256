/** What each audience sees. Group matters reach the group and the facilitators, nobody else (R34). */
import { mergePartner } from '../../groups/change.ts'
import type { PersonId } from '../../ids.ts'
import { drives } from '../../people/drives.ts'
import type { RoomKey } from '../../room-key.ts'
import type { AudienceKey, Moment } from '../kit/kind.ts'
import { audienceGroup, FACILITATORS, SCREEN } from './access.ts'
import { callBackDelay, choiceOf, type Definition, type FormingChoice } from './definition.ts'
import { type Draft, findGroup, type Group, type HelpCall, type State } from './state.ts'
import { commonEnd, groupEnd, isOpen, shownGroup } from './time.ts'

/** A group with what its screens need to compute everything else from time (`settle` with `turnMs` and `gone`). */
export interface GroupView extends Group {
  readonly number: number
  /** Activity time, ms. */
  readonly endsAt: number
  readonly turnMs: number
  readonly gone: readonly PersonId[]
  readonly withoutDevice: readonly PersonId[]
  readonly facilitators: readonly PersonId[]
  readonly visitors: readonly PersonId[]
}

export interface ConsoleGroup extends GroupView {
  /** With which group it would best be brought together, should it have too few people. */
  readonly partner: RoomKey | null
}

export interface ConsoleView {
  /** What the proposal starts from: the draft's choice, else the definition's. */
  readonly choice: FormingChoice
  readonly draft: Draft | null
  readonly groups: readonly ConsoleGroup[]
  readonly visits: Readonly<Record<PersonId, RoomKey>>
  /** How long groups have when they are called back, ms. */
  readonly callBackMs: number
  /** Everybody who is in no group: participants, and facilitators when they take part. */
  readonly unplaced: readonly PersonId[]
  readonly away: readonly PersonId[]
  readonly facilitators: readonly PersonId[]
}

/** What a group wrote, for the whole room. */
export interface ShownPage {
  readonly key: RoomKey
  readonly number: number
  readonly pages: readonly string[]
}

export interface RoundTableView {
  readonly question: string
  readonly turnMs: number
  readonly totalMs: number
  /** null: the groups are being formed. */
  readonly launchedAt: number | null
  /** When all return, activity time, ms; null before the launch. */
  readonly commonEnd: number | null
  readonly groupCount: number
  /** The audience's own group. */
  readonly group: GroupView | null
  /** The page on the room's screen: for the screen and for facilitators. */
  readonly shown: ShownPage | null
  /** For facilitators. */
  readonly console: ConsoleView | null
}

const numberOf = (key: RoomKey): number => Number(key.slice(1)) || 0

function groupView(group: Group, state: State, moment: Moment<Definition>): GroupView {
  const present = new Map(moment.people.map((p) => [p.id, p]))
  const seats = group.seats.filter((s) => present.has(s.person))
  const of = (test: (id: PersonId) => boolean) => seats.map((s) => s.person).filter(test)
  return {
    ...group,
    seats,
    number: numberOf(group.key),
    endsAt: groupEnd(group, commonEnd(state, moment)),
    turnMs: state.turnMs,
    gone: of((id) => state.gone.includes(id)),
    withoutDevice: of((id) => present.get(id)?.hasDevice === false),
    facilitators: of((id) => drives(present.get(id)?.role ?? 'participant')),
    visitors: Object.entries(state.visits).flatMap(([id, key]) =>
      key === group.key && present.has(id) ? [id] : [],
    ),
    help: callOf(group, present),
    // After the end nobody takes over from a speaker who was removed.
    turn: group.turn !== null && present.has(group.turn.person) ? group.turn : null,
  }
}

/** A call ends with the removal of who made it; whoever was on it and left is not on it any more. */
function callOf({ help }: Group, present: ReadonlyMap<PersonId, unknown>): HelpCall | null {
  if (help === null || !present.has(help.by)) return null
  return help.takenBy === null || present.has(help.takenBy) ? help : { ...help, takenBy: null }
}

function consoleView(state: State, moment: Moment<Definition>): ConsoleView {
  const { people, definition } = moment
  const choice = state.draft?.choice ?? choiceOf(definition)
  const views = state.groups.filter((g) => g.mergedInto === null).map((g) => groupView(g, state, moment))
  const sizes = views
    .filter((g) => isOpen(g, state, moment))
    .map((g) => ({ key: g.key, size: g.seats.length - g.gone.length, hasTurnLeft: true }))
  const seated = new Set(
    state.launchedAt === null
      ? (state.draft?.groups ?? []).flatMap((g) => g.people)
      : views.flatMap((g) => g.seats.map((s) => s.person)),
  )
  return {
    choice,
    draft: state.launchedAt === null ? state.draft : null,
    groups: views.map((g) => {
      const own = sizes.find((s) => s.key === g.key)
      const partner = g.fewSince !== null && own ? mergePartner(own, sizes) : undefined
      return { ...g, partner: partner ?? null }
    }),
    callBackMs: callBackDelay(definition),
    visits: Object.fromEntries(
      Object.entries(state.visits).filter(([id]) => people.some((p) => p.id === id)),
    ),
    unplaced: people
      .filter((p) => !seated.has(p.id) && (choice.facilitatorsTakePart || !drives(p.role)))
      .map((p) => p.id),
    away: people.filter((p) => p.away).map((p) => p.id),
    facilitators: people.filter((p) => drives(p.role)).map((p) => p.id),
  }
}

function shownPage(state: State, moment: Moment<Definition>): ShownPage | null {
  const group = shownGroup(state, moment)
  return group ? { key: group.key, number: numberOf(group.key), pages: group.pages } : null
}

export function view(state: State, audience: AudienceKey, moment: Moment<Definition>): RoundTableView {
  const { definition, durationMs } = moment
  const launched = state.launchedAt !== null
  const key = audienceGroup(audience)
  const own = key === undefined ? undefined : findGroup(state, key)
  return {
    question: definition.question,
    turnMs: launched ? state.turnMs : (state.draft?.choice.turnMs ?? definition.turnMs),
    totalMs: durationMs,
    launchedAt: state.launchedAt,
    commonEnd: commonEnd(state, moment),
    groupCount: launched
      ? state.groups.filter((g) => g.mergedInto === null && g.seats.length > 0).length
      : (state.draft?.groups.filter((g) => g.people.length > 0).length ?? 0),
    group: launched && own ? groupView(own, state, moment) : null,
    shown: audience === FACILITATORS || audience === SCREEN ? shownPage(state, moment) : null,
    console: audience === FACILITATORS ? consoleView(state, moment) : null,
  }
}

/** Everybody whom the view names. */
export function mentions(seen: RoundTableView): readonly PersonId[] {
  const ofGroup = (g: GroupView) => [
    ...g.seats.map((s) => s.person),
    ...g.visitors,
    ...(g.help ? [g.help.by, ...(g.help.takenBy === null ? [] : [g.help.takenBy])] : []),
  ]
  const { group, console } = seen
  const found = [
    ...(group ? ofGroup(group) : []),
    ...(console?.groups.flatMap(ofGroup) ?? []),
    ...(console?.draft?.groups.flatMap((g) => g.people) ?? []),
    ...(console?.unplaced ?? []),
    ...(console?.facilitators ?? []),
  ]
  return [...new Set(found)]
}
