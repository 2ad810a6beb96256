import {
  type Activity,
  type ActivitySlice,
  accept,
  elapsed,
  kindOf,
  kinds,
  locate,
  type MeSlice,
  type Outcome,
  type Phase,
  PLENARY,
  type Run,
  refuse,
  startRun,
  type Viewer,
} from '@escale/shared'
import { type WritingDesk, writeIn } from '../../activities/kit/write-in.ts'
import type { Cast } from './preview-cast.ts'

/** An activity played in this browser alone: the kind's own rules, made-up people, nothing sent. */
export interface Play {
  readonly state: unknown
  readonly phases: readonly Phase[]
  readonly run: Run
}

/** The room's screen. */
export const SCREEN: Viewer = { id: null, role: 'screen' }

type Prepared = Pick<Activity, 'id' | 'kind' | 'durationMs' | 'definition'>

function setting(activity: Prepared, cast: Cast) {
  const kind = kindOf(kinds, activity.kind)
  const definition = kind?.definition(activity.definition)
  if (!kind || !definition?.ok) return undefined
  return {
    kind,
    setting: {
      definition: definition.value,
      durationMs: activity.durationMs,
      seed: `preview/${activity.id}`,
      people: cast.people,
    },
  }
}

/** The activity as it begins at `now`; undefined when its settings are not fit to be played. */
export function beginPlay(activity: Prepared, cast: Cast, now: number): Play | undefined {
  const found = setting(activity, cast)
  if (!found) return undefined
  const state = found.kind.initial(found.setting)
  return { state, phases: found.kind.phases(state, found.setting), run: startRun(now) }
}

/** Moves to the beginning of phase `index`; goes on from there. */
export function playFrom(play: Play, index: number, now: number): Play {
  const startsAt = play.phases.slice(0, index).reduce((sum, p) => sum + (p.ms ?? 0), 0)
  return { ...play, run: startRun(now - startsAt) }
}

function momentOf(activity: Prepared, cast: Cast, play: Play, now: number) {
  const found = setting(activity, cast)
  if (!found) return undefined
  const at = elapsed(play.run, now)
  return {
    kind: found.kind,
    moment: { ...found.setting, elapsed: at, location: locate(play.phases, at) },
  }
}

/**
 * How many of the phases are steps for whoever looks. An open end behind what has a length is none when it shows the same: of a
 * slide there is one.
 */
export function stepsIn(activity: Prepared, cast: Cast, play: Play): number {
  const last = play.phases.length - 1
  if (last < 1 || play.phases[last]?.ms !== null) return last + 1
  const shownAt = (index: number): string => {
    const found = momentOf(activity, cast, playFrom(play, index, 0), 0)
    if (found === undefined) return ''
    const { kind, moment } = found
    return JSON.stringify(
      [SCREEN, cast.participant].map((viewer) =>
        kind.view(play.state, kind.audience(play.state, viewer), moment),
      ),
    )
  }
  return shownAt(last) === shownAt(last - 1) ? last : last + 1
}

/** What `viewer` does, by the kind's own rules. */
export function actIn(
  activity: Prepared,
  cast: Cast,
  play: Play,
  now: number,
  viewer: Viewer,
  action: unknown,
): Outcome<Play> {
  const found = momentOf(activity, cast, play, now)
  if (!found) return refuse('invalid')
  const moment = { ...found.moment, actor: viewer }
  const prepared = found.kind.prepare(play.state, action, moment, cast.identities)
  if (!prepared.ok) return prepared
  const changed = found.kind.reduce(play.state, prepared.value, moment)
  if (!changed.ok) return changed
  const { state } = changed.value
  return accept({ ...play, state, phases: found.kind.phases(state, found.moment) })
}

/** What `viewer` asks to have written, by the kind's own rules, in the preview's documents. */
export function writeInPlay(
  activity: Prepared,
  cast: Cast,
  play: Play,
  now: number,
  viewer: Viewer,
  edit: unknown,
  desk: Pick<WritingDesk, 'documents' | 'memory'>,
): Outcome<{ seq: number }> {
  const found = momentOf(activity, cast, play, now)
  if (!found) return refuse('invalid')
  const { kind, moment } = found
  return writeIn({ ...desk, kind, activity: activity.id }, play.state, edit, {
    ...moment,
    actor: viewer,
    at: now,
    stillMs: 0,
  })
}

/** The slices that the server would send to `viewer`; undefined when the settings are not fit to be played. */
export function slicesOf(
  activity: Activity,
  cast: Cast,
  play: Play,
  now: number,
  viewer: Viewer,
): { readonly activity: ActivitySlice; readonly me: MeSlice } | undefined {
  const found = momentOf(activity, cast, play, now)
  if (!found) return undefined
  const { kind, moment } = found
  const { view, mentions } = kind.view(play.state, kind.audience(play.state, viewer), moment)
  const tag = (id: string) => {
    const person = cast.people.find((p) => p.id === id)
    return { name: cast.identities.get(id)?.name ?? '', rank: person?.rank ?? 0 }
  }
  const placement = viewer.id === null ? undefined : kind.rooms(play.state, moment).get(viewer.id)
  const mine = viewer.id === null ? { name: '', rank: 0 } : tag(viewer.id)
  return {
    activity: {
      id: activity.id,
      kind: activity.kind,
      title: activity.title,
      instructions: activity.instructions,
      durationMs: activity.durationMs,
      run: play.run,
      phases: play.phases,
      view,
      names: Object.fromEntries(mentions.map((id) => [id, tag(id)])),
    },
    me: {
      id: viewer.id,
      role: viewer.role,
      ...mine,
      room: placement?.room ?? PLENARY,
      roomUntil: placement?.until ?? null,
      visioPlenary: '',
      visioRoom: '',
      messages: [],
      own: [],
    },
  }
}
