/** What people ask to have written in an activity's documents: understood by its kind, done by the server, never logged. */
import { createHash } from 'node:crypto'
import {
  type ActivityId,
  accept,
  drives,
  type EditMoment,
  findPerson,
  isIn,
  isPaused,
  type Kinds,
  liveActivity,
  mayFinish,
  type Outcome,
  type PersonId,
  type Receipt,
  refuse,
  type SealedEdit,
} from '@escale/shared'
import type * as Y from 'yjs'
import type { Store } from '../store/store.ts'
import { BusyError, type Documents, NoRoomError, UnreadableError } from '../sync/index.ts'
import type { ServerClock } from './clock.ts'
import type { LiveSession } from './live-session.ts'
import { expectedBytes, WrittenShare } from './written-share.ts'

export interface DocumentEditsDeps {
  readonly documents: Documents
  readonly store: Pick<Store, 'hasFile'>
  readonly kinds: Kinds
  readonly clock: ServerClock
  /** Told once something is committed. */
  readonly onWritten?: (live: LiveSession, activity: ActivityId) => void
}

const isDriving = ({ host }: LiveSession, person: PersonId): boolean =>
  drives(findPerson(host.state, person)?.role ?? 'participant')

/** What `write` answers, and how many bytes it wrote. */
function weighed<T>(
  document: (name: string) => Y.Doc,
  write: (document: (name: string) => Y.Doc) => T,
): { readonly value: T; readonly bytes: number } {
  const open = new Set<Y.Doc>()
  let bytes = 0
  const count = (update: Uint8Array) => {
    bytes += update.byteLength
  }
  try {
    const value = write((name) => {
      const doc = document(name)
      if (!open.has(doc)) doc.on('update', count)
      open.add(doc)
      return doc
    })
    return { value, bytes }
  } finally {
    for (const doc of open) doc.off('update', count)
  }
}

const sealOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export class DocumentEdits {
  readonly #deps: DocumentEditsDeps
  /** By session, while it is in memory; by activity within. */
  readonly #memories = new WeakMap<LiveSession, Map<ActivityId, Map<string, number>>>()

  readonly #shares = new WeakMap<LiveSession, Map<ActivityId, WrittenShare>>()

  constructor(deps: DocumentEditsDeps) {
    this.#deps = deps
  }

  /** Resolves when it is committed, or refused. @throws Error when it could not be stored. */
  async write(live: LiveSession, person: PersonId, activity: ActivityId, raw: unknown): Promise<Receipt> {
    const asked = this.#understand(live, person, activity, raw)
    if (!asked.ok) return asked
    const { names, pictures, frees } = asked.value
    for (const picture of pictures)
      if (!(await this.#deps.store.hasFile(live.host.id, picture))) return refuse('stale')
    const place = { session: live.host.id, activity }
    const share = this.#share(live, activity)
    const at = this.#deps.clock.now()
    const isDriver = isDriving(live, person)
    if (share.isSpent(person, isDriver, at)) return refuse('rate-limited')
    const expected = expectedBytes(raw)
    const done = await this.#deps.documents
      .write(
        place,
        names,
        (document) => {
          // Asked again: what one may do can have changed while the documents were opened.
          const now = this.#understand(live, person, activity, raw)
          if (!now.ok) return now
          if (!now.value.names.every((name) => names.includes(name))) return refuse('stale')
          const { value, bytes } = weighed(document, now.value.apply)
          share.add(person, isDriver, at, bytes)
          return value
        },
        (left) => share.hasRoomFor(person, { isDriver, frees, at }, expected, left),
      )
      .catch((error: unknown) => {
        if (error instanceof NoRoomError) return refuse('no-space')
        if (error instanceof BusyError) return refuse('busy')
        if (error instanceof UnreadableError) return refuse('storage')
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
    const at = clock.now()
    const found = liveActivity(kinds, state, activity, at)
    if (found === undefined) return refuse('unknown-activity')
    const stillMs = isPaused(found.run) ? at - (found.run.pauses.at(-1)?.from ?? at) : 0
    const moment: EditMoment<unknown> = {
      ...found.moment,
      actor: { id, role: person.role },
      at,
      stillMs,
      sealOf,
      memory: this.#memory(live, activity),
    }
    const asked = found.kind.edit(found.state, raw, moment)
    // The end stopped the time of what ran; the sentence that somebody was writing may still come.
    const isOver = state.status === 'ended' && (state.current !== activity || !mayFinish(0, moment))
    const finishes = asked.ok && asked.value.finishes && !isOver
    return state.status === 'ended' && !finishes ? refuse('ended') : asked
  }

  #share(live: LiveSession, activity: ActivityId): WrittenShare {
    const ofSession = this.#shares.get(live) ?? new Map<ActivityId, WrittenShare>()
    this.#shares.set(live, ofSession)
    const share = ofSession.get(activity) ?? new WrittenShare()
    ofSession.set(activity, share)
    return share
  }

  #memory(live: LiveSession, activity: ActivityId): Map<string, number> {
    const ofSession = this.#memories.get(live) ?? new Map<ActivityId, Map<string, number>>()
    this.#memories.set(live, ofSession)
    const memory = ofSession.get(activity) ?? new Map<string, number>()
    ofSession.set(activity, memory)
    return memory
  }
}
