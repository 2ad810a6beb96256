/** What people ask to have written in an activity's documents: understood by its kind, done by the server, never logged. */
import { createHash } from 'node:crypto'
import {
  type ActivityId,
  accept,
  type EditMoment,
  findPerson,
  isIn,
  type Kinds,
  liveActivity,
  type Outcome,
  type PersonId,
  type Receipt,
  refuse,
  type SealedEdit,
} from '@escale/shared'
import type { Store } from '../store/store.ts'
import { type Documents, NoRoomError } from '../sync/index.ts'
import type { ServerClock } from './clock.ts'
import type { LiveSession } from './live-session.ts'

export interface DocumentEditsDeps {
  readonly documents: Documents
  readonly store: Pick<Store, 'hasFile'>
  readonly kinds: Kinds
  readonly clock: ServerClock
  /** Told once something is committed. */
  readonly onWritten?: (live: LiveSession, activity: ActivityId) => void
}

const sealOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export class DocumentEdits {
  readonly #deps: DocumentEditsDeps
  /** By session, while it is in memory; by activity within. */
  readonly #memories = new WeakMap<LiveSession, Map<ActivityId, Map<string, number>>>()

  constructor(deps: DocumentEditsDeps) {
    this.#deps = deps
  }

  /** Resolves when it is committed, or refused. @throws Error when it could not be stored. */
  async write(live: LiveSession, person: PersonId, activity: ActivityId, raw: unknown): Promise<Receipt> {
    const asked = this.#understand(live, person, activity, raw)
    if (!asked.ok) return asked
    const { names, pictures } = asked.value
    for (const picture of pictures)
      if (!(await this.#deps.store.hasFile(live.host.id, picture))) return refuse('stale')
    const place = { session: live.host.id, activity }
    const done = await this.#deps.documents
      .write(place, names, (document) => {
        // Asked again: what one may do can have changed while the documents were opened.
        const now = this.#understand(live, person, activity, raw)
        if (!now.ok) return now
        return now.value.names.every((name) => names.includes(name))
          ? now.value.apply(document)
          : refuse('stale')
      })
      .catch((error: unknown) => {
        if (error instanceof NoRoomError) return refuse('too-large')
        throw error
      })
    if (!done.ok) return done
    this.#deps.onWritten?.(live, activity)
    return accept({ seq: live.host.state.seq })
  }

  #understand(live: LiveSession, id: PersonId, activity: ActivityId, raw: unknown): Outcome<SealedEdit> {
    const { kinds, clock } = this.#deps
    const { state } = live.host
    const person = findPerson(state, id)
    if (person === undefined) return refuse('not-allowed')
    if (person.removed) return refuse('removed')
    if (!isIn(person)) return refuse('not-allowed')
    if (live.hasEnded) return refuse('unknown-session')
    if (state.status === 'ended') return refuse('ended')
    const at = clock.now()
    const found = liveActivity(kinds, state, activity, at)
    if (found === undefined) return refuse('unknown-activity')
    const moment: EditMoment<unknown> = {
      ...found.moment,
      actor: { id, role: person.role },
      at,
      sealOf,
      memory: this.#memory(live, activity),
    }
    return found.kind.edit(found.state, raw, moment)
  }

  #memory(live: LiveSession, activity: ActivityId): Map<string, number> {
    const ofSession = this.#memories.get(live) ?? new Map<ActivityId, Map<string, number>>()
    this.#memories.set(live, ofSession)
    const memory = ofSession.get(activity) ?? new Map<string, number>()
    ofSession.set(activity, memory)
    return memory
  }
}
