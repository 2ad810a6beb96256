import type { Identity, LoggedEvent } from '@escale/shared'
import {
  type DocumentKey,
  EARLIER_NAMES_KEPT,
  type Entry,
  type ErasureRow,
  type Extent,
  FILES_SWEPT_AT_ONCE,
  type FileRow,
  type FilesWeight,
  type Keeping,
  type KeyChange,
  type KeyRow,
  type KeysMeant,
  PURGED_AT_ONCE,
  type Rewrite,
  type SessionRow,
  type Store,
  type StoredSession,
  StoreError,
} from '../store.ts'

interface Named {
  readonly identity: Identity
  readonly earlier: readonly { readonly seq: number; readonly identity: Identity }[]
  readonly renamedAt: number
}

interface Shelf {
  readonly session: StoredSession
  readonly keepDays: number | null
  readonly events: readonly LoggedEvent[]
  readonly people: ReadonlyMap<string, Named>
}

interface Paper {
  readonly snapshot: Uint8Array | null
  readonly snapshots: number
  readonly log: { readonly id: number; readonly updates: readonly Uint8Array[] }[]
}

const DAY_MS = 24 * 60 * 60 * 1_000
/** Deleted too long ago to be brought back. */
const CONDEMNED = 0

const BLANK = (): Paper => ({ snapshot: null, snapshots: 0, log: [] })

const paperKey = (d: DocumentKey) => `${d.session}/${d.activity}/${d.name}`

function renamed(people: ReadonlyMap<string, Named>, { event, identity }: Entry): ReadonlyMap<string, Named> {
  if (identity === undefined) return people
  const now = people.get(identity.person)
  if ('set' in identity) {
    const earlier = now ? [...now.earlier, { seq: event.seq, identity: now.identity }] : []
    return new Map(people).set(identity.person, {
      identity: identity.set,
      earlier: earlier.slice(-EARLIER_NAMES_KEPT),
      renamedAt: event.at,
    })
  }
  const back = now?.earlier.find((e) => e.seq === identity.revert)
  if (now === undefined || back === undefined) return people
  return new Map(people).set(identity.person, {
    identity: back.identity,
    earlier: [...now.earlier.filter((e) => e !== back), { seq: event.seq, identity: now.identity }],
    renamedAt: event.at,
  })
}

const withoutEarlier = (
  people: ReadonlyMap<string, Named>,
  isMeant: (named: Named) => boolean = () => true,
): ReadonlyMap<string, Named> =>
  new Map([...people].map(([id, named]) => [id, isMeant(named) ? { ...named, earlier: [] } : named]))

const rewritten = (events: readonly LoggedEvent[], rewrites: readonly Rewrite[]): readonly LoggedEvent[] => {
  const now = new Map(structuredClone(rewrites).map(({ seq, command }) => [seq, command]))
  return events.map((event) => ({ ...event, command: now.get(event.seq) ?? event.command }))
}

/** Keeps everything in memory: for tests, and the second witness of the contract. */
export class MemoryStore implements Store {
  readonly #shelves = new Map<string, Shelf>()
  readonly #keys = new Map<string, KeyRow>()
  readonly #papers = new Map<string, Paper>()
  readonly #files = new Map<string, FileRow>()
  #erasures: readonly ErasureRow[] = []
  #lastEntry = 0

  async createSession(session: SessionRow): Promise<void> {
    const codeTaken = [...this.#shelves.values()].some((s) => s.session.code === session.code)
    if (codeTaken || this.#shelves.has(session.id)) throw new StoreError('taken')
    this.#shelves.set(session.id, {
      session: { ...structuredClone(session), usedAt: session.genesis.createdAt, deletedAt: null },
      keepDays: session.genesis.workshop.settings.keepDays ?? null,
      events: [],
      people: new Map(),
    })
  }

  async getSession(id: string): Promise<StoredSession | undefined> {
    return structuredClone(this.#shelves.get(id)?.session)
  }

  async findSessionByCode(code: string): Promise<StoredSession | undefined> {
    const shelf = [...this.#shelves.values()].find(
      ({ session: s }) => s.code === code && s.endedAt === null && s.deletedAt === null,
    )
    return structuredClone(shelf?.session)
  }

  async markUsed(id: string, at: number): Promise<void> {
    this.#change(id, (s) => ({ ...s, usedAt: Math.max(s.usedAt, at) }))
  }

  async setDeleted(id: string, at: number | null): Promise<void> {
    this.#change(id, (s) => (s.deletedAt === CONDEMNED ? s : { ...s, deletedAt: at }))
  }

  async listOver(now: number, keeping: Keeping): Promise<string[]> {
    return [...this.#shelves.keys()].filter((id) => this.#isOver(id, now, keeping)).slice(0, PURGED_AT_ONCE)
  }

  async condemn(id: string, now: number, keeping: Keeping): Promise<boolean> {
    if (!this.#isOver(id, now, keeping)) return false
    this.#change(id, (s) => ({ ...s, deletedAt: CONDEMNED }))
    return true
  }

  async purgeSome(id: string): Promise<boolean> {
    if (this.#shelves.get(id)?.session.deletedAt !== CONDEMNED) return true
    this.#shelves.delete(id)
    for (const [hash, key] of this.#keys) if (key.session === id) this.#keys.delete(hash)
    for (const key of this.#papers.keys()) if (key.startsWith(`${id}/`)) this.#papers.delete(key)
    for (const [file, row] of this.#files) if (row.session === id) this.#files.delete(file)
    return true
  }

  async forgetEarlierNames(before: number): Promise<void> {
    for (const [id, shelf] of this.#shelves)
      this.#shelves.set(id, {
        ...shelf,
        people: withoutEarlier(shelf.people, ({ renamedAt }) => renamedAt < before),
      })
  }

  #change(id: string, change: (session: StoredSession) => StoredSession): void {
    const shelf = this.#shelves.get(id)
    if (shelf) this.#shelves.set(id, { ...shelf, session: change(shelf.session) })
  }

  #isOver(id: string, now: number, { days, deletedMs }: Keeping): boolean {
    const shelf = this.#shelves.get(id)
    if (shelf === undefined) return false
    const { usedAt, deletedAt } = shelf.session
    const kept = Math.min(shelf.keepDays ?? days, days)
    return (deletedAt !== null && deletedAt + deletedMs <= now) || usedAt + kept * DAY_MS <= now
  }

  async append(id: string, entries: readonly Entry[]): Promise<void> {
    const shelf = this.#shelves.get(id)
    if (shelf === undefined) throw new StoreError('unknown-session')
    let { session, people, keepDays } = shelf
    const events = [...shelf.events]
    const known = new Set(events.map((e) => e.commandId))
    const keys: KeyRow[] = []
    const rewrites: Rewrite[] = []
    const erasures: ErasureRow[] = []
    const shutOut: string[] = []
    for (const entry of structuredClone(entries)) {
      const { event } = entry
      if (event.seq !== (events.at(-1)?.seq ?? 0) + 1) throw new StoreError('wrong-seq')
      if (event.commandId !== null && known.has(event.commandId)) throw new StoreError('duplicate-command')
      known.add(event.commandId)
      events.push(event)
      people = renamed(people, entry)
      keys.push(...(entry.keys ?? []))
      shutOut.push(...(entry.endKeysOf ?? []))
      if (entry.endedAt !== undefined) session = { ...session, endedAt: entry.endedAt }
      if (entry.endedAt) people = withoutEarlier(people)
      if (entry.keepDays !== undefined) keepDays = entry.keepDays
      rewrites.push(...(entry.rewrites ?? []))
      if (entry.erase) erasures.push({ session: id, ...entry.erase })
    }
    // No await before this: what was checked above must still hold.
    for (const person of shutOut) this.#endKeys(id, { person })
    this.#putKeys(keys)
    this.#erasures = [...this.#erasures, ...erasures]
    this.#shelves.set(id, { session, keepDays, events: rewritten(events, rewrites), people })
  }

  async loadEvents(id: string, after: number): Promise<LoggedEvent[]> {
    return structuredClone((this.#shelves.get(id)?.events ?? []).filter((e) => e.seq > after))
  }

  async weighLog(id: string): Promise<Map<string | null, number>> {
    const weights = new Map<string | null, number>()
    for (const { actor, command } of this.#shelves.get(id)?.events ?? [])
      weights.set(actor, (weights.get(actor) ?? 0) + Buffer.byteLength(JSON.stringify(command)))
    return weights
  }

  async loadIdentities(id: string): Promise<Map<string, Identity>> {
    const people = this.#shelves.get(id)?.people ?? new Map<string, Named>()
    return new Map([...people].map(([person, named]) => [person, named.identity]))
  }

  async changeKeys(session: string, { by, end = [], move = [], add = [] }: KeyChange): Promise<string[]> {
    if (!this.#shelves.has(session)) throw new StoreError('unknown-session')
    if (by !== undefined && this.#keysOf(session, { id: by }).length === 0) throw new StoreError('key-gone')
    const gone = end.flatMap((which) => this.#endKeys(session, which))
    for (const { from, to } of move) {
      const moved = this.#keys.get(from)
      if (moved?.session !== session) continue
      if (this.#keys.has(to)) gone.push(...this.#endKey(from))
      else {
        this.#keys.delete(from)
        this.#keys.set(to, { ...moved, hash: to })
      }
    }
    return [...gone, ...this.#putKeys(add)]
  }

  #putKeys(keys: readonly KeyRow[]): string[] {
    return keys.flatMap((key) => {
      const replaced = this.#endKey(key.hash)
      this.#keys.set(key.hash, structuredClone(key))
      return replaced
    })
  }

  #endKeys(session: string, which: KeysMeant): string[] {
    return this.#keysOf(session, which).flatMap((key) => this.#endKey(key.hash))
  }

  #endKey(hash: string): string[] {
    const key = this.#keys.get(hash)
    this.#keys.delete(hash)
    return key ? [key.id] : []
  }

  #keysOf(session: string, { id, person, role, kind, except }: KeysMeant): KeyRow[] {
    return [...this.#keys.values()]
      .filter(
        (k) =>
          k.session === session &&
          (id === undefined || k.id === id) &&
          (person === undefined || k.person === person) &&
          (role === undefined || k.role === role) &&
          (kind === undefined || k.kind === kind) &&
          k.id !== except,
      )
      .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  }

  async findKey(hash: string): Promise<KeyRow | undefined> {
    return structuredClone(this.#keys.get(hash))
  }

  async listKeys(session: string, which: KeysMeant): Promise<KeyRow[]> {
    return structuredClone(this.#keysOf(session, which))
  }

  async touchKeys(ids: readonly string[], usedAt: number): Promise<void> {
    for (const [hash, key] of this.#keys) if (ids.includes(key.id)) this.#keys.set(hash, { ...key, usedAt })
  }

  async appendUpdates(document: DocumentKey, updates: readonly Uint8Array[]): Promise<number> {
    if (!this.#shelves.has(document.session)) throw new StoreError('unknown-session')
    const paper = this.#papers.get(paperKey(document)) ?? BLANK()
    this.#papers.set(paperKey(document), paper)
    this.#lastEntry += 1
    paper.log.push({ id: this.#lastEntry, updates: updates.map((update) => update.slice()) })
    return this.#lastEntry
  }

  async loadDocument(document: DocumentKey) {
    const paper = this.#papers.get(paperKey(document))
    return {
      snapshot: paper?.snapshot ?? null,
      updates: paper?.log.flatMap((entry) => entry.updates) ?? [],
      extent: {
        snapshots: paper?.snapshots ?? 0,
        upTo: paper?.log.at(-1)?.id ?? 0,
        entries: paper?.log.length ?? 0,
      },
    }
  }

  async listDocuments(session: string, activity: string): Promise<string[]> {
    const prefix = paperKey({ session, activity, name: '' })
    return [...this.#papers.keys()]
      .filter((k) => k.startsWith(prefix))
      .map((k) => k.slice(prefix.length))
      .sort()
  }

  async compactDocument(document: DocumentKey, snapshot: Uint8Array, extent: Extent): Promise<boolean> {
    if (!this.#shelves.has(document.session)) throw new StoreError('unknown-session')
    const { snapshots, log } = this.#papers.get(paperKey(document)) ?? BLANK()
    const later = log.filter((entry) => entry.id > extent.upTo)
    if (snapshots !== extent.snapshots || log.length - later.length !== extent.entries) return false
    this.#papers.set(paperKey(document), {
      snapshot: snapshot.slice(),
      snapshots: snapshots + 1,
      log: later,
    })
    return true
  }

  async forgetDocuments(session: string, activity: string, names: readonly string[]): Promise<void> {
    for (const name of names) this.#papers.delete(paperKey({ session, activity, name }))
  }

  async rewrite(id: string, rewrites: readonly Rewrite[]): Promise<void> {
    const shelf = this.#shelves.get(id)
    if (shelf) this.#shelves.set(id, { ...shelf, events: rewritten(shelf.events, rewrites) })
  }

  async listErasures(): Promise<ErasureRow[]> {
    return [...this.#erasures]
  }

  async finishErasure(id: string, person: string, rewrites: readonly Rewrite[]): Promise<void> {
    await this.rewrite(id, rewrites)
    const shelf = this.#shelves.get(id)
    const people = new Map(shelf?.people)
    people.delete(person)
    if (shelf) this.#shelves.set(id, { ...shelf, people })
    for (const [hash, key] of this.#keys)
      if (key.session === id && key.person === person) this.#keys.delete(hash)
    this.#erasures = this.#erasures.filter((one) => one.session !== id || one.person !== person)
  }

  async listActivities(session: string): Promise<string[]> {
    const names = [...this.#papers.keys()].filter((key) => key.startsWith(`${session}/`))
    return [...new Set(names.map((key) => key.split('/')[1] ?? ''))].sort()
  }

  async dropFiles(session: string, ids: readonly string[]): Promise<void> {
    for (const id of ids)
      if (this.#files.get(id)?.session === session && this.#isUnused(session, id)) this.#files.delete(id)
  }

  async addFile(file: FileRow): Promise<void> {
    if (!this.#shelves.has(file.session)) throw new StoreError('unknown-session')
    this.#files.set(file.id, structuredClone(file))
  }

  async getFile(session: string, id: string): Promise<FileRow | undefined> {
    const file = this.#files.get(id)
    return file?.session === session ? file : undefined
  }

  async hasFile(session: string, id: string): Promise<boolean> {
    return this.#files.get(id)?.session === session
  }

  async weighFiles(session: string): Promise<FilesWeight> {
    const files = [...this.#files.values()].filter((file) => file.session === session)
    return { files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes.length, 0) }
  }

  async sweepFiles(session: string, addedBefore: number): Promise<number> {
    const unused = [...this.#files.values()]
      .filter((file) => file.session === session && file.addedAt < addedBefore)
      .slice(0, FILES_SWEPT_AT_ONCE)
      .filter(({ id }) => this.#isUnused(session, id))
    for (const { id } of unused) this.#files.delete(id)
    return unused.length
  }

  /** Is this id written nowhere in what is kept of the session? */
  #isUnused(session: string, id: string): boolean {
    const shelf = this.#shelves.get(session)
    const papers = [...this.#papers].flatMap(([key, paper]) =>
      key.startsWith(`${session}/`) ? [paper.snapshot ?? [], ...paper.log.flatMap((e) => e.updates)] : [],
    )
    return (
      !JSON.stringify([shelf?.session.genesis, shelf?.events]).includes(id) &&
      !papers.some((bytes) => Buffer.from(bytes).includes(id))
    )
  }

  async check(): Promise<void> {}
  async close(): Promise<void> {}
}
