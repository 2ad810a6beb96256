import {
  type ActivitySlice,
  activitySlice,
  drives,
  type Frame,
  headcount,
  type Identities,
  type Kinds,
  type LiveActivity,
  liveActivity,
  type MeSlice,
  meSlices,
  type PersonLine,
  personLines,
  planSlice,
  type SessionState,
  sessionSlice,
  type Viewer,
} from '@escale/shared'
import type { Visio } from '../visio/visio.ts'

/** The people who get the same frames: drivers or not, and what the activity's kind distinguishes. */
export interface Audience {
  readonly key: string
  readonly drives: boolean
  /** Stands for everybody in it. */
  readonly viewer: Viewer
}

/** Slices that an audience shares, and when they may leave. */
export type SharedSlices = Pick<Frame, 'session' | 'activity' | 'plan' | 'headcount'>

/** What each audience sees of one state at one instant; every slice is computed once, when it is first asked for. */
export class Projection {
  readonly state: SessionState
  readonly identities: Identities
  readonly now: number
  readonly #kinds: Kinds
  readonly #visio: Visio
  readonly #live: LiveActivity | undefined
  readonly #activities = new Map<string, ActivitySlice | null>()
  #me: ((viewer: Viewer) => MeSlice) | undefined
  #session: Frame['session']
  #plan: Frame['plan']
  #headcount: Frame['headcount']
  #people: readonly PersonLine[] | undefined

  constructor(kinds: Kinds, visio: Visio, state: SessionState, identities: Identities, now: number) {
    this.#kinds = kinds
    this.#visio = visio
    this.state = state
    this.identities = identities
    this.now = now
    this.#live = liveActivity(kinds, state, state.current, now)
  }

  audience(viewer: Viewer): Audience {
    const isDriver = drives(viewer.role)
    const key = this.#live?.kind.audience(this.#live.state, viewer) ?? ''
    return { key: `${isDriver ? 'driver' : 'other'}|${key}`, drives: isDriver, viewer }
  }

  activity({ key, viewer }: Audience): ActivitySlice | null {
    const shared = key.slice(key.indexOf('|'))
    const known = this.#activities.get(shared)
    if (known !== undefined) return known
    const fresh = activitySlice(this.#kinds, this.state, viewer, this.identities, this.now)
    this.#activities.set(shared, fresh)
    return fresh
  }

  me(viewer: Viewer): MeSlice {
    this.#me ??= meSlices(this.#kinds, this.state, this.identities, this.now, this.#visio.addressOf)
    return this.#me(viewer)
  }

  people(): readonly PersonLine[] {
    this.#people ??= personLines(this.#kinds, this.state, this.identities, this.now)
    return this.#people
  }

  shared(audience: Audience): Required<Omit<SharedSlices, 'plan'>> & Pick<Frame, 'plan'> {
    this.#session ??= sessionSlice(this.state)
    this.#headcount ??= headcount(this.state)
    if (audience.drives) this.#plan ??= planSlice(this.#kinds, this.state, this.now)
    return {
      session: this.#session,
      activity: this.activity(audience),
      headcount: this.#headcount,
      ...(audience.drives && this.#plan ? { plan: this.#plan } : {}),
    }
  }
}
