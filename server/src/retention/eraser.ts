/** Erases a person from a session: documents first, then the log, names and keys (docs/spec/retention.md, E10 to E13). */
import { createHash } from 'node:crypto'
import {
  type ActivityId,
  accept,
  activityKinds,
  type Erased,
  type Kinds,
  kindOf,
  type Outcome,
  type PersonId,
  type SealedKind,
  seedsOf,
} from '@escale/shared'
import * as Y from 'yjs'
import type { Log } from '../observability/log.ts'
import type { LiveSession } from '../realtime/live-session.ts'
import type { LiveSessions } from '../realtime/live-sessions.ts'
import type { DocumentKey, ErasureRow, Store } from '../store/store.ts'
import { type Documents, UnreadableError } from '../sync/index.ts'

interface EraserDeps {
  readonly store: Store
  readonly sessions: LiveSessions
  readonly documents: Documents
  readonly kinds: Kinds
  readonly log: Log
  /** Something of an activity was taken away: what is counted from its documents is counted anew. */
  readonly onErased: (live: LiveSession, activity: ActivityId) => void
}

type Person = Pick<ErasureRow, 'person' | 'signed'>

const sealOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

function copyOf(document: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(document))
  return copy
}

export class Eraser {
  readonly #deps: EraserDeps

  constructor(deps: EraserDeps) {
    this.#deps = deps
  }

  /**
   * Resolves when it is done; what the files still hold of it is overwritten soon after. Refuses a facilitator, who is
   * answerable for the session, and whom it does not know.
   * @throws Error when it could not be stored: it goes on by itself later
   */
  async erase(live: LiveSession, person: PersonId, signed: Erased['signed']): Promise<Outcome<null>> {
    const done = await live.host.system({ type: 'erased', person }, { erase: { person, signed } })
    if (!done.ok && done.refusal !== 'already') return done
    await this.#finish(live, { person, signed })
    return accept(null)
  }

  /** Goes on with what did not end, as after a crash. */
  async resume(): Promise<void> {
    for (const { session, ...person } of await this.#deps.store.listErasures()) {
      const live = await this.#deps.sessions.open(session)
      if (live) await this.#finish(live, person)
    }
  }

  async #finish(live: LiveSession, { person, signed }: Person): Promise<void> {
    const { store, kinds, onErased } = this.#deps
    const { host } = live
    live.revoke(await store.changeKeys(host.id, { end: [{ person }] }))
    const events = await store.loadEvents(host.id, 0)
    const kindsById = activityKinds(host.genesis, events)
    const pictures: string[] = []
    for (const activity of await store.listActivities(host.id)) {
      const erased = { person, signed, seeds: seedsOf(host.genesis, events, activity), sealOf }
      const kind = kindOf(kinds, kindsById.get(activity) ?? '')
      pictures.push(...(await this.#clean(host.id, activity, kind, erased)))
      onErased(live, activity)
    }
    await host.forgetPerson(person)
    await store.dropFiles(host.id, pictures)
  }

  /** Answers the pictures of what is gone. */
  async #clean(
    session: string,
    activity: ActivityId,
    kind: SealedKind | undefined,
    erased: Erased,
  ): Promise<string[]> {
    const { documents } = this.#deps
    const place = { session, activity }
    const names = await documents.names(session, activity)
    // A name that holds the id of a person says that the document is theirs alone.
    const own = names.filter((name) => name.includes(erased.person))
    const pictures: string[] = []
    for (const name of kind?.erases ? own : []) {
      const page = await this.#ifReadable({ ...place, name }, (key) => documents.readOnce(key))
      if (page) pictures.push(...(kind?.erase(copyOf(page), name, { ...erased, signed: 'removed' }) ?? []))
    }
    if (own.length > 0) await documents.forget(place, own)
    for (const name of kind?.erases ? names : []) {
      if (own.includes(name)) continue
      const gone = await this.#ifReadable({ ...place, name }, async (key) => {
        const found = await documents.write(
          place,
          [name],
          (doc) => kind?.erase(doc(name), name, erased) ?? [],
        )
        await documents.scour(key)
        return found
      })
      pictures.push(...(gone ?? []))
    }
    return pictures
  }

  /** Undefined: it cannot be read, by nobody; whoever runs the server is told. */
  async #ifReadable<T>(key: DocumentKey, work: (key: DocumentKey) => Promise<T>): Promise<T | undefined> {
    try {
      return await work(key)
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      const { session, activity } = key
      this.#deps.log.warn({ session, activity }, 'a document cannot be read: nobody was erased from it')
      return undefined
    }
  }
}
