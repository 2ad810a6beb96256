import {
  type ActivityId,
  elapsed,
  findActivity,
  type KindId,
  roster,
  type SessionState,
  serverTimeOf,
} from '@escale/shared'
import type { Log } from '../observability/log.ts'
import type { ServerClock } from '../realtime/clock.ts'
import type { SessionHost } from '../realtime/session-host.ts'
import type { Documents } from '../sync/index.ts'
import type { ActivityEffects, Occurrence } from './kit/effects.ts'

export interface EffectsDeps {
  readonly documents: Documents
  readonly effects: Readonly<Partial<Record<KindId, ActivityEffects>>>
  readonly clock: ServerClock
  readonly log: Log
}

/** What two hundred people ask for in the same moment is followed up once. */
const EDITS_FOLLOWED_MS = 500

const hasChanged = (id: ActivityId, now: SessionState, before: SessionState): boolean =>
  now.runs[id] !== before.runs[id] ||
  now.status !== before.status ||
  findActivity(now, id)?.definition !== findActivity(before, id)?.definition

/** Lets the kinds of a loaded session do what they do on the server, one thing at a time. */
export class EffectsFollower {
  readonly #host: SessionHost
  readonly #deps: EffectsDeps
  #last: Promise<void> = Promise.resolve()
  /** By activity, how to call off what is to be done later. */
  readonly #later = new Map<ActivityId, () => void>()
  readonly #soon = new Map<ActivityId, () => void>()
  #stopped = false

  constructor(host: SessionHost, deps: EffectsDeps) {
    this.#host = host
    this.#deps = deps
    this.#settle(Object.keys(host.state.runs))
    host.onCommit((_entries, before) =>
      this.#settle(Object.keys(host.state.runs).filter((id) => hasChanged(id, host.state, before))),
    )
  }

  /** Somebody's wish was written in a document of this activity. */
  edited(id: ActivityId): void {
    const { clock } = this.#deps
    if (this.#stopped || this.#soon.has(id) || this.#effectsOf(id)?.keepUp === undefined) return
    const cancel = clock.at(clock.now() + EDITS_FOLLOWED_MS, () => {
      this.#soon.delete(id)
      this.#do(() => this.#keepUp(id))
    })
    this.#soon.set(id, cancel)
  }

  /** Resolves when what has begun is done; nothing begins any more. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const cancel of [...this.#later.values(), ...this.#soon.values()]) cancel()
    await this.#last
  }

  #effectsOf(id: ActivityId): ActivityEffects | undefined {
    const activity = findActivity(this.#host.state, id)
    return activity && this.#deps.effects[activity.kind as KindId]
  }

  #occurrence(id: ActivityId): Occurrence | undefined {
    const { documents, clock } = this.#deps
    const { state, id: session } = this.#host
    const activity = findActivity(state, id)
    const run = state.runs[id]
    if (activity === undefined || run === undefined) return undefined
    return {
      session,
      definition: activity.definition,
      state: run.state,
      elapsed: elapsed(run.run, clock.now()),
      people: roster(state),
      ended: state.status === 'ended',
      documents: {
        names: () => documents.names(session, id),
        read: (name) => documents.read(session, id, name),
        write: (name, change) =>
          documents.write({ session, activity: id }, [name], (doc) => change(doc(name))),
        settled: () => documents.settled({ session, activity: id }),
        forget: (names) => documents.forget({ session, activity: id }, names),
      },
    }
  }

  #do(work: () => Promise<void>): void {
    this.#last = this.#last
      .then(() => (this.#stopped ? undefined : work()))
      .catch((error: unknown) => this.#deps.log.error({ err: error }, 'an effect of an activity failed'))
  }

  #settle(ids: readonly ActivityId[]): void {
    for (const id of ids)
      this.#do(async () => {
        const occurrence = this.#occurrence(id)
        if (occurrence) await this.#effectsOf(id)?.settle(occurrence)
        await this.#keepUp(id)
      })
  }

  async #keepUp(id: ActivityId): Promise<void> {
    const occurrence = this.#occurrence(id)
    const again = occurrence && (await this.#effectsOf(id)?.keepUp?.(occurrence))
    this.#later.get(id)?.()
    this.#later.delete(id)
    const run = this.#host.state.runs[id]?.run
    if (again === undefined || run === undefined || this.#stopped) return
    const { clock } = this.#deps
    // Paused: going on changes the run, and then it is asked again.
    const at = serverTimeOf(run, again, clock.now())
    if (at !== null)
      this.#later.set(
        id,
        clock.at(at, () => this.#do(() => this.#keepUp(id))),
      )
  }
}
