/**
 * Where the récolte and its files are asked for. They are made beside the server (`heavy`), once for all who ask for the
 * same, in turns, and given up when nobody waits for them any more.
 */
import { type HarvestRequest, Id, type PictureShape, type SessionId } from '@escale/shared'
import type { Turn } from '../heavy/fair-queue.ts'
import { EXPORT_MAX_MS } from '../heavy/heavy-limits.ts'
import type { Gathered, Job, Need, Results, Supply } from '../heavy/jobs.ts'
import type { Lane } from '../heavy/lane.ts'
import type { Store } from '../store/store.ts'
import type { Documents } from '../sync/index.ts'
import type { Exporter } from './exporter.ts'
import { ShortMemory } from './short-memory.ts'

/** How old a harvest may be that somebody gets, ms: a whole group asks for it at once. */
const HARVEST_AGE_MS = 1_000
const HARVESTS_KEPT = 50
const HARVESTS_KEPT_MAX_BYTES = 32 * 1024 * 1024
/** A file stays the right one as long as the harvest is the same; pictures take seconds to draw. */
const FILE_AGE_MS = 10 * 60_000
const FILES_KEPT = 24
const FILES_KEPT_MAX_BYTES = 48 * 1024 * 1024

type DocumentStore = Pick<Store, 'listDocuments' | 'getFile'>
type StoredDocuments = Pick<Documents, 'stored'>

/** The récolte of a session as one reader may see it: all that makes it differ is in its key. */
export interface View extends Pick<HarvestRequest, 'state' | 'identities' | 'reader' | 'names' | 'activity'> {
  readonly session: SessionId
  /** Server time, ms. */
  readonly now: number
}

export interface Asker {
  /** Of the session; screens are one. */
  readonly person: string
  readonly isDriver: boolean
  /** Aborted when the asker does not wait any more. */
  readonly gone: AbortSignal
  /** Asked before anything new is made for this person; false: too much has been. */
  readonly mayHaveMore: () => boolean
}

/** This person has had too much made in a short time. */
export class TooOftenError extends Error {
  override readonly name = 'TooOftenError'
}

export interface FileLook {
  readonly shape: PictureShape
  readonly day: string
}

export class ExportDesk {
  readonly #store: DocumentStore
  readonly #documents: StoredDocuments
  readonly #lane: Lane
  readonly #harvests = new ShortMemory<Gathered>({
    ms: HARVEST_AGE_MS,
    most: HARVESTS_KEPT,
    mostBytes: HARVESTS_KEPT_MAX_BYTES,
    bytesOf: ({ json }) => json.byteLength,
  })
  readonly #files = new ShortMemory<Uint8Array>({
    ms: FILE_AGE_MS,
    most: FILES_KEPT,
    mostBytes: FILES_KEPT_MAX_BYTES,
    bytesOf: (file) => file.byteLength,
  })
  /** What is being made, by key: a facilitator who joins those who wait brings it forward. */
  readonly #turns = new Map<string, Turn>()

  constructor(store: DocumentStore, documents: StoredDocuments, lane: Lane) {
    this.#store = store
    this.#documents = documents
    this.#lane = lane
  }

  /** @throws TooOftenError, HeavyError */
  harvest(view: View, asker: Asker): Promise<Gathered> {
    const { session, now, state, identities, reader, names, activity } = view
    const key = JSON.stringify([session, state.seq, reader, names, activity])
    return this.#made(this.#harvests, key, session, asker, {
      type: 'gather',
      request: { state, identities, now, reader, names, activity },
    })
  }

  /**
   * A harvest as a file. Its key is what the harvest says, so that whoever may see more never shares with who may not.
   * @throws TooOftenError, HeavyError
   */
  file(
    session: SessionId,
    { digest, json }: Gathered,
    exporter: Exporter,
    look: FileLook,
    asker: Asker,
  ): Promise<Uint8Array> {
    const shape = exporter.use === 'picture' ? look.shape : 'slide'
    const key = JSON.stringify([session, exporter.id, shape, look.day, digest])
    return this.#made(this.#files, key, session, asker, {
      type: 'render',
      format: exporter.id,
      harvest: json,
      shape,
      day: look.day,
    })
  }

  async #made<J extends Job>(
    memory: ShortMemory<Results[J['type']]>,
    key: string,
    session: SessionId,
    { person, isDriver, gone, mayHaveMore }: Asker,
    job: J,
  ): Promise<Results[J['type']]> {
    if (!memory.has(key) && !mayHaveMore()) throw new TooOftenError()
    const turn = this.#turns.get(key)
    if (turn !== undefined && isDriver) turn.first = true
    return memory.get(
      key,
      (nobodyWaits) => this.#make(key, { session, person, first: isDriver }, job, nobodyWaits),
      gone,
    )
  }

  async #make<J extends Job>(key: string, turn: Turn, job: J, signal: AbortSignal) {
    this.#turns.set(key, turn)
    try {
      return await this.#lane.run(turn, {
        job,
        signal,
        withinMs: EXPORT_MAX_MS,
        supply: suppliesOf(this.#store, this.#documents, turn.session),
      })
    } finally {
      this.#turns.delete(key)
    }
  }
}

/** What a helper may read: this session's, whatever it asks for. */
const suppliesOf =
  (store: DocumentStore, documents: StoredDocuments, session: SessionId): Supply =>
  async (need: Need) => {
    switch (need.type) {
      case 'documents':
        return store.listDocuments(session, need.activity)
      case 'document':
        return documents.stored({ session, activity: need.activity, name: need.name })
      case 'picture': {
        const file = Id.safeParse(need.id).success ? await store.getFile(session, need.id) : undefined
        return file && { mediaType: file.mediaType, bytes: file.bytes }
      }
    }
  }
