/**
 * What the people of one session tell each other in passing: who writes, where a facilitator leads them, cursors, applause.
 * Everything is held here and nowhere else, and each thing goes to everybody in one message at most every so often, however
 * many say something. Who says it stays here, unless the activity's kind tells names.
 */
import {
  type Company,
  drives,
  type Kinds,
  limits,
  type PersonId,
  PLENARY,
  placements,
  refuse,
  type SessionState,
  Signal,
  type SignalAnswer,
  type Viewer,
} from '@escale/shared'
import type { ServerClock } from '../clock.ts'
import { ApplauseCount } from './applause.ts'
import { Guiding } from './guiding.ts'
import { Pace } from './pace.ts'
import { Pointers } from './pointers.ts'
import { PresenceCount } from './presence-count.ts'
import { mayLead, type Scene, sceneOf } from './scene.ts'

export interface CompanionsDeps<G> {
  readonly kinds: Kinds
  readonly clock: ServerClock
  readonly state: () => SessionState
  readonly viewer: (guest: G) => Viewer
  /** Absent `to`: everybody. */
  readonly tell: (news: Company, to?: readonly G[]) => void
}

const NOTHING: Scene = { activity: null, rules: undefined }
const DONE: SignalAnswer = { ok: true, value: null }

export class Companions<G> {
  readonly #deps: CompanionsDeps<G>
  readonly #guests = new Set<G>()
  readonly #presence: PresenceCount
  readonly #pointers: Pointers<G>
  readonly #guiding: Guiding
  readonly #applause: ApplauseCount
  readonly #paces: Readonly<Record<'attendance' | 'guide' | 'cursors' | 'applause', Pace>>
  #scene = NOTHING
  #state: SessionState | undefined
  /** The attendance that was told last, as JSON. */
  #told = ''

  constructor(deps: CompanionsDeps<G>) {
    const { clock } = deps
    this.#deps = deps
    this.#presence = new PresenceCount(clock)
    this.#pointers = new Pointers(clock)
    this.#guiding = new Guiding(clock, () => this.#paces.guide.ask())
    this.#applause = new ApplauseCount(clock)
    this.#paces = {
      attendance: new Pace(clock, limits.ATTENDANCE_EVERY_MS, () => this.#tellAttendance()),
      guide: new Pace(clock, limits.LOOK_EVERY_MS, () => this.#tellGuide()),
      cursors: new Pace(clock, limits.CURSORS_EVERY_MS, () => this.#tellCursors()),
      applause: new Pace(clock, limits.APPLAUSE_EVERY_MS, () => this.#tellApplause()),
    }
  }

  /** Somebody is here; they are told how things stand. */
  add(guest: G): void {
    this.changed()
    const { id } = this.#deps.viewer(guest)
    this.#guests.add(guest)
    this.#pointers.add(guest)
    if (id !== null) {
      this.#presence.connected(id)
      this.#guiding.back(id)
    }
    const cursor = this.#pointers.keyOf(guest)
    this.#deps.tell({ ...this.#whole(), ...(cursor === undefined ? {} : { cursor }) }, [guest])
    this.#paces.attendance.ask()
  }

  remove(guest: G): void {
    if (!this.#guests.delete(guest)) return
    if (this.#pointers.remove(guest)) this.#paces.cursors.ask()
    const { id } = this.#deps.viewer(guest)
    if (id !== null && this.#presence.disconnected(id)) {
      this.#applause.forget(id)
      this.#guiding.gone(id)
    }
    this.#paces.attendance.ask()
  }

  /** The session may have moved on, or the rules of its activity may have changed. */
  changed(): void {
    const { kinds, clock } = this.#deps
    const state = this.#deps.state()
    if (state === this.#state) return
    const before = this.#scene
    this.#state = state
    this.#scene = sceneOf(kinds, state, clock.now())
    const { activity, rules } = this.#scene
    if (activity !== before.activity) {
      this.#presence.nobodyWrites()
      this.#pointers.clear()
      this.#guiding.end()
      this.#told = ''
      this.#deps.tell(this.#whole())
      return
    }
    const leader = this.#guiding.by
    if (leader !== undefined && !mayLead(state, leader)) {
      this.#guiding.end()
      this.#paces.guide.ask()
    }
    // What may not be told any more is taken back at once.
    if (this.#pointers.count > 0 && !rules?.cursors) {
      this.#pointers.clear()
      this.#tellCursors()
    }
    if (before.rules?.named !== rules?.named) this.#tellAttendance()
  }

  signal(guest: G, raw: unknown): SignalAnswer {
    const parsed = Signal.safeParse(raw)
    if (!parsed.success) return refuse('invalid')
    const { id, role } = this.#deps.viewer(guest)
    if (id === null || !this.#guests.has(guest)) return refuse('not-allowed')
    const signal = parsed.data
    if (signal.type === 'react') return this.#react(id, signal.reaction)
    const isLead = signal.type === 'guide' || signal.type === 'look'
    if (isLead && !drives(role)) return refuse('not-allowed')
    const { activity, rules } = this.#scene
    if (signal.activity !== activity || rules === undefined) return refuse('not-now')
    switch (signal.type) {
      case 'writing':
        this.#presence.writes(id)
        this.#paces.attendance.ask()
        return DONE
      case 'guide':
        this.#guiding.lead(id, signal)
        this.#paces.guide.ask()
        return DONE
      case 'look':
        if (!this.#guiding.look(id, signal.look)) return refuse('not-now')
        this.#paces.guide.ask()
        return DONE
      default:
        if (signal.at !== null && !(rules.cursors && !this.#isCrowd)) return refuse('not-now')
        this.#pointers.point(guest, signal.at)
        this.#paces.cursors.ask()
        return DONE
    }
  }

  close(): void {
    for (const pace of Object.values(this.#paces)) pace.close()
    this.#guiding.end()
  }

  get #isCrowd(): boolean {
    return this.#presence.people >= limits.CURSORS_UNDER_PEOPLE
  }

  #react(person: PersonId, reaction: Extract<Signal, { type: 'react' }>['reaction']): SignalAnswer {
    if (this.#deps.state().status === 'ended') return refuse('ended')
    if (!this.#applause.add(person, reaction)) return refuse('rate-limited')
    this.#paces.applause.ask()
    return DONE
  }

  #cursors(): NonNullable<Company['cursors']> {
    const isNamed = this.#scene.rules?.named === true
    return this.#pointers.list((guest) => (isNamed ? this.#deps.viewer(guest).id : null))
  }

  #attendance(): NonNullable<Company['attendance']> {
    return this.#presence.attendance(this.#deps.state(), this.#scene.rules?.named === true)
  }

  #whole(): Company {
    return {
      activity: this.#scene.activity,
      attendance: this.#attendance(),
      guide: this.#guiding.guide,
      cursors: this.#cursors(),
    }
  }

  #tellAttendance(): void {
    const attendance = this.#attendance()
    const told = JSON.stringify(attendance)
    if (told !== this.#told) this.#deps.tell({ activity: this.#scene.activity, attendance })
    this.#told = told
    const { nextEnd } = this.#presence
    if (nextEnd !== undefined) this.#paces.attendance.ask(nextEnd)
  }

  #tellGuide(): void {
    this.#deps.tell({ activity: this.#scene.activity, guide: this.#guiding.guide })
  }

  #tellCursors(): void {
    if (this.#isCrowd) this.#pointers.clear()
    this.#pointers.forgetResting()
    this.#deps.tell({ activity: this.#scene.activity, cursors: this.#cursors() })
    if (this.#pointers.count > 0) this.#paces.cursors.ask(this.#pointers.nextEnd)
  }

  /** Those who are in one room hear each other; screens are in plenary. */
  #tellApplause(): void {
    const { kinds, state, clock, viewer, tell } = this.#deps
    const placeOf = placements(kinds, state(), clock.now())
    const roomOf = (person: PersonId | null) => (person === null ? PLENARY : placeOf(person).room)
    for (const [room, applause] of this.#applause.take(roomOf)) {
      const to = [...this.#guests].filter((guest) => roomOf(viewer(guest).id) === room)
      tell({ activity: this.#scene.activity, applause }, to.length === this.#guests.size ? undefined : to)
    }
  }
}
