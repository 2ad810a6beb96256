import {
  type Command,
  drives,
  eventsWithout,
  findPerson,
  type Genesis,
  type Identities,
  type Kinds,
  type LoggedEvent,
  type PersonId,
  type Receipt,
  refuse,
  replay,
  type SessionId,
  type SessionState,
  TEXT_WITHDRAWN,
} from '@escale/shared'
import type { Log } from '../observability/log.ts'
import { type Entry, type SessionRow, type Store, StoreError } from '../store/store.ts'
import type { Visio } from '../visio/visio.ts'
import type { ServerClock } from './clock.ts'
import { type Ask, type Decision, type Draft, decide } from './decide.ts'
import { LogShare } from './log-share.ts'
import { LogWords, withoutWords } from './log-words.ts'

/** Commands decided and committed together at most. */
const BATCH_MAX = 256
/** How often a batch is decided anew because somebody else wrote first. */
const ATTEMPTS = 3

export interface HostDeps {
  readonly store: Store
  readonly kinds: Kinds
  readonly visio: Visio
  readonly clock: ServerClock
  readonly log: Log
}

/** As it is in the log, bytes. */
const weightOf = ({ command }: LoggedEvent): number => Buffer.byteLength(JSON.stringify(command))

interface Waiting {
  readonly ask: Ask
  readonly settle: (receipt: Receipt) => void
}

/** Told after the commit, once for all that was committed together. */
export type Committed = (entries: readonly Entry[], before: SessionState) => void

/**
 * One session in memory. Everything that changes it goes through one queue: decide, append and commit, answer, tell.
 * What waits while a commit runs is decided and committed together next.
 */
export class SessionHost {
  readonly id: SessionId
  readonly code: string
  readonly #row: SessionRow
  readonly #deps: HostDeps
  readonly #listeners = new Set<Committed>()
  /** commandId → seq: a repeat is answered like the first. */
  readonly #receipts = new Map<string, number>()
  readonly #share: LogShare
  readonly #words: LogWords
  #draft: Draft
  #lastAt = 0
  #queue: Waiting[] = []
  #working: Promise<void> | undefined
  #isShut = false

  private constructor(row: SessionRow, draft: Draft, deps: HostDeps, share: LogShare) {
    this.id = row.id
    this.code = row.code
    this.#row = row
    this.#draft = draft
    this.#deps = deps
    this.#share = share
    this.#words = new LogWords(deps.kinds, row.genesis)
  }

  /** Loads a session by replaying its log. */
  static async load(row: SessionRow, deps: HostDeps): Promise<SessionHost> {
    const [events, identities, weights] = await Promise.all([
      deps.store.loadEvents(row.id, 0),
      deps.store.loadIdentities(row.id),
      deps.store.weighLog(row.id),
    ])
    const state = replay(deps.kinds, row.genesis, events)
    const host = new SessionHost(row, { state, identities }, deps, new LogShare(weights))
    host.#remember(events)
    host.#forgetSpent()
    return host
  }

  get genesis(): Genesis {
    return this.#row.genesis
  }

  get state(): SessionState {
    return this.#draft.state
  }

  get identities(): Identities {
    return this.#draft.identities
  }

  /** Calls the listener after each commit. Returns how to stop it. */
  onCommit(listener: Committed): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes nothing any more: the session is deleted. */
  shut(): void {
    this.#isShut = true
  }

  /** Resolves when the command is committed, or refused. Never rejects. */
  submit(ask: Ask): Promise<Receipt> {
    if (this.#isShut) return Promise.resolve(refuse('unknown-session'))
    return new Promise((settle) => {
      this.#queue.push({ ask, settle })
      this.#working ??= this.#work()
    })
  }

  /** A command of the server itself. */
  system(
    command: Command,
    extras: Pick<Ask, 'identity' | 'keys' | 'unless' | 'erase'> = {},
  ): Promise<Receipt> {
    return this.submit({ actor: null, commandId: null, command, ...extras })
  }

  /** Resolves when everything submitted so far is dealt with. */
  async settled(): Promise<void> {
    while (this.#working !== undefined) await this.#working
  }

  async #work(): Promise<void> {
    // Everything submitted in this turn of the loop goes together.
    await Promise.resolve()
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, BATCH_MAX)
      await this.#commit(batch).catch((error: unknown) => {
        this.#deps.log.error({ err: error }, 'a batch of commands failed')
        for (const { settle } of batch) settle(refuse('storage'))
      })
    }
    this.#working = undefined
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const before = this.state
      const decided = this.#decideAll(batch)
      // A refusal may be news of ours that is old: another server on the same store may have written meanwhile.
      if (attempt === 1 && decided.some((d) => !d.receipt.ok) && (await this.#catchUp())) continue
      const last = decided.findLast((d) => d.decision !== undefined)?.decision
      const made = decided.flatMap((d) => (d.decision ? [d.decision.entry] : []))
      this.#words.note(made.map((entry) => entry.event))
      const spent = this.#words.spent(last?.state ?? before)
      const entries = withoutWords(made, spent)
      try {
        if (entries.length > 0) await this.#deps.store.append(this.id, entries)
      } catch (error) {
        this.#words.drop(made.map((entry) => entry.event))
        const isBehind =
          error instanceof StoreError && (error.fault === 'wrong-seq' || error.fault === 'duplicate-command')
        if (!isBehind || attempt === ATTEMPTS) throw error
        await this.#catchUp()
        continue
      }
      this.#words.drop(spent)
      if (last) this.#draft = { state: last.state, identities: last.identities }
      if (entries.some((e) => e.identity !== undefined && 'revert' in e.identity)) await this.#reloadNames()
      this.#remember(entries.map((e) => e.event))
      this.#weigh(entries.map((e) => e.event))
      for (const [index, { settle }] of batch.entries()) settle(decided[index]?.receipt ?? refuse('storage'))
      if (entries.length > 0) this.#tell(entries, before)
      return
    }
  }

  /** Decides each on what the one before left, without touching anything yet. */
  #decideAll(batch: readonly Waiting[]): { receipt: Receipt; decision: Decision | undefined }[] {
    const seen = new Map<string, number>()
    const at = Math.max(this.#deps.clock.now(), this.#lastAt)
    let draft: Draft = this.#draft
    const share = this.#share.draft()
    return batch.map(({ ask }) => {
      const first =
        ask.commandId === null ? undefined : (this.#receipts.get(ask.commandId) ?? seen.get(ask.commandId))
      if (first !== undefined) return { receipt: { ok: true, value: { seq: first } }, decision: undefined }
      if (ask.late) return { receipt: refuse('expired'), decision: undefined }
      const decision = this.#decide(draft, ask, at)
      if (!decision.ok) return { receipt: decision, decision: undefined }
      const bytes = weightOf(decision.value.entry.event)
      const isDriver = drives(findPerson(draft.state, ask.actor ?? '')?.role ?? 'participant')
      if (!share.hasRoomFor(ask.actor, isDriver, bytes))
        return { receipt: refuse('no-space'), decision: undefined }
      share.add(ask.actor, bytes)
      draft = decision.value
      const { seq } = decision.value.state
      if (ask.commandId !== null) seen.set(ask.commandId, seq)
      return { receipt: { ok: true, value: { seq } }, decision: decision.value }
    })
  }

  #decide(draft: Draft, ask: Ask, at: number) {
    try {
      return decide(this.#deps.kinds, draft, ask, at)
    } catch (error) {
      // A kind must not throw; one that does harms its own command only.
      this.#deps.log.error({ err: error, command: ask.command.type }, 'a command could not be decided')
      return refuse('invalid')
    }
  }

  /** Reads what another server has written. Answers whether there was anything. */
  async #catchUp(): Promise<boolean> {
    const before = this.state
    const events = await this.#deps.store.loadEvents(this.id, before.seq)
    if (events.length === 0) return false
    const identities = await this.#deps.store.loadIdentities(this.id)
    this.#draft = { state: replay(this.#deps.kinds, this.#row.genesis, events, before), identities }
    this.#remember(events)
    this.#weigh(events)
    this.#tell(
      events.map((event) => ({ event })),
      before,
    )
    return true
  }

  /**
   * Takes somebody who is erased, as the state says already, out of the log, the names and what is in memory of them. Nothing
   * is decided meanwhile.
   * @throws Error when it could not be stored, or when the log would not replay any more: then nothing has changed
   */
  forgetPerson(person: PersonId): Promise<void> {
    return this.#alone(async () => {
      const { store, kinds } = this.#deps
      const { genesis } = this.#row
      const before = this.state
      const events = await store.loadEvents(this.id, 0)
      const instead = TEXT_WITHDRAWN[genesis.workshop.settings.language]
      const rewritten = new Map(
        eventsWithout(kinds, genesis, events, person, instead).map((event) => [event.seq, event]),
      )
      const state = replay(
        kinds,
        genesis,
        events.map((event) => rewritten.get(event.seq) ?? event),
      )
      const rewrites = [...rewritten.values()].map(({ seq, command }) => ({ seq, command }))
      await store.finishErasure(this.id, person, rewrites)
      this.#words.drop(rewrites)
      const identities = new Map(this.identities)
      identities.delete(person)
      this.#draft = { state, identities }
      this.#tell([], before)
    })
  }

  /** Runs something between two batches. */
  async #alone<T>(work: () => Promise<T>): Promise<T> {
    await this.settled()
    const done = work()
    const onwards = (): void => {
      this.#working = this.#queue.length > 0 ? this.#work() : undefined
    }
    this.#working = done.then(onwards, onwards)
    return done
  }

  async #reloadNames(): Promise<void> {
    this.#draft = { ...this.#draft, identities: await this.#deps.store.loadIdentities(this.id) }
  }

  #remember(events: readonly LoggedEvent[]): void {
    this.#words.note(events)
    for (const { commandId, seq, at } of events) {
      if (commandId !== null) this.#receipts.set(commandId, seq)
      this.#lastAt = Math.max(this.#lastAt, at)
    }
  }

  /** Words of a log of before this was done. */
  #forgetSpent(): void {
    const spent = this.#words.spent(this.state)
    if (spent.length === 0) return
    this.#words.drop(spent)
    this.#deps.store.rewrite(this.id, spent).catch((error: unknown) => {
      this.#deps.log.error({ err: error }, 'words that nobody may read could not be taken out of a log')
    })
  }

  #weigh(events: readonly LoggedEvent[]): void {
    for (const event of events) this.#share.add(event.actor, weightOf(event))
  }

  #tell(entries: readonly Entry[], before: SessionState): void {
    for (const listener of [...this.#listeners]) listener(entries, before)
  }
}
