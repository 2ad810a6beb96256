/**
 * The Yjs document behind a shared document. What is submitted is applied to it before it is committed, so that nothing is
 * ever stored that cannot be applied; when the commit fails, or applying does, it is made anew of what is committed.
 */
import type { DocumentShape } from '@escale/shared'
import * as Y from 'yjs'
import { type Decoded, hasGap } from './inspect-update.ts'
import { build } from './opening.ts'
import { costOf } from './structure.ts'
import { CLIENTS_PER_PERSON, PENDING_MAX_BYTES, PIECES_FREE, PIECES_HERE, STEPS_HERE } from './sync-limits.ts'
import { takesWords } from './takes-words.ts'
import { startWork } from './thread-time.ts'
import type { Tried } from './trial-work.ts'

/** An update of somebody's, on its way into the document. */
export interface Offer {
  /** Undefined: nothing new. */
  readonly update: Uint8Array | undefined
  /** What it may be made of. Undefined: the server wrote it, which checks nothing of its own. */
  readonly shape: DocumentShape | undefined
  /** Undefined: so large that it is decoded in a thread only. */
  readonly decoded: Decoded | undefined
  /** What a thread found out about it. */
  readonly tried: Tried | undefined
  /** Whose it is. */
  readonly person: string
}

/** Why an update is not in the document: it may not be, what it builds on is not there, or it must be tried in a thread first. */
export type Verdict = 'malformed' | 'too-large' | 'gap' | 'costly'

export interface Admission<O> {
  readonly accepted: readonly O[]
  readonly turnedAway: readonly { readonly offer: O; readonly why: Verdict }[]
  /** What is new, as one update. Undefined: nothing. */
  readonly news: Uint8Array | undefined
  /** Does it take away something that somebody has said? */
  readonly takesWords: boolean
  /** How long each of `accepted` took, ms. */
  readonly took: readonly number[]
}

/** What a piece takes in a snapshot beside its letters, bytes. */
const BYTES_PER_PIECE = 16

/**
 * About what an update adds to a document; of a letter that goes on where the last one was typed, no more than the letter.
 * @param known clock up to which a Yjs client's writing is known here: what is there already is not brought again
 */
function bytesBrought({ update, decoded }: Offer, known: (client: number) => number): number {
  if (decoded === undefined) return update?.byteLength ?? 0
  let bytes = 0
  for (const [client, own] of decoded.structs)
    for (const struct of own) {
      const { clock } = struct.id
      if (clock + struct.length <= known(client)) continue
      const before = struct instanceof Y.Item ? struct.origin : null
      const goesOn = before?.client === client && before.clock === clock - 1
      bytes += struct.length + (goesOn ? 0 : BYTES_PER_PIECE)
    }
  return bytes
}

/** What somebody has brought to a document. */
interface Share {
  /** Yjs clients. */
  readonly clients: number
  /** About so many; only where a person may not bring all of it. */
  readonly bytes: number
}
const NOTHING: Share = { clients: 0, bytes: 0 }

export class Content {
  #doc: Y.Doc
  #pieces = 0
  #chars = 0
  /** By person, as far as this server has seen them come. */
  readonly #shares = new Map<string, Share>()
  /** The same with what is just being applied, which counts once it is sure that it stays. */
  #coming = new Map<string, Share>()

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#measure()
  }

  get doc(): Y.Doc {
    return this.#doc
  }

  /** Structs that Yjs keeps: what it costs in memory. */
  get pieces(): number {
    return this.#pieces
  }

  /** Makes it anew of what is committed. */
  restore(updates: readonly Uint8Array[]): void {
    const before = this.#doc
    this.#doc = build(updates).doc
    this.#measure()
    before.destroy()
  }

  /** Applies what may be applied. `committed`: all that it is made of, should it have to be made anew. */
  admit<O extends Offer>(offers: readonly O[], committed: () => readonly Uint8Array[]): Admission<O> {
    const admission = this.#admit(offers, committed)
    for (const [person, share] of this.#coming) this.#shares.set(person, share)
    return admission
  }

  #admit<O extends Offer>(offers: readonly O[], committed: () => readonly Uint8Array[]): Admission<O> {
    try {
      return this.#apply(offers)
    } catch {
      return this.#applyOneByOne(offers, committed)
    }
  }

  /** Something that should not have passed has thrown, and left the document half changed. Who it was, is found out. */
  #applyOneByOne<O extends Offer>(
    offers: readonly O[],
    committed: () => readonly Uint8Array[],
  ): Admission<O> {
    const good: O[] = []
    const bad: { readonly offer: O; readonly why: Verdict }[] = []
    for (const offer of offers) {
      this.restore(committed())
      try {
        this.#apply([...good, offer])
        good.push(offer)
      } catch {
        bad.push({ offer, why: 'malformed' })
      }
    }
    this.restore(committed())
    const admission = this.#apply(good)
    return { ...admission, turnedAway: [...admission.turnedAway, ...bad] }
  }

  /** In one transaction, so that one update tells all that is new. @throws Error and then the document is half changed. */
  #apply<O extends Offer>(offers: readonly O[]): Admission<O> {
    const doc = this.#doc
    this.#coming = new Map()
    let news: Uint8Array | undefined
    let takes = false
    const accepted: O[] = []
    const turnedAway: { readonly offer: O; readonly why: Verdict }[] = []
    const took: number[] = []
    const collect = (update: Uint8Array) => {
      news = news === undefined ? update : Y.mergeUpdates([news, update])
    }
    const look = (transaction: Y.Transaction) => {
      takes ||= takesWords(transaction)
    }
    const shareWorked = startWork()
    doc.on('update', collect)
    doc.on('afterTransaction', look)
    try {
      doc.transact(() => {
        for (const offer of offers) {
          const began = performance.now()
          const why = this.#judge(offer)
          if (why === undefined) {
            if (offer.update !== undefined) Y.applyUpdate(doc, offer.update)
            accepted.push(offer)
            took.push(performance.now() - began)
          } else turnedAway.push({ offer, why })
        }
      })
    } finally {
      doc.off('update', collect)
      doc.off('afterTransaction', look)
    }
    this.#dropExcessPending()
    this.#measure()
    const share = shareWorked()
    return { accepted, turnedAway, news, takesWords: takes, took: took.map((ms) => ms * share) }
  }

  #judge(offer: Offer): Verdict | undefined {
    const { update, shape, decoded, tried, person } = offer
    if (update === undefined || shape === undefined) return undefined
    if (tried === undefined && (decoded === undefined || decoded.pieces > PIECES_HERE)) return 'costly'
    const known = (client: number) => Y.getState(this.#doc.store, client)
    if (decoded !== undefined && hasGap(decoded, known)) return 'gap'
    // Who only deletes may do so where there is too much.
    const grows = decoded === undefined || decoded.structs.size > 0
    if (grows && !this.#hasRoom(shape)) return 'too-large'
    if (tried === undefined && decoded !== undefined)
      try {
        if (costOf(this.#doc, decoded, shape, STEPS_HERE) > STEPS_HERE) return 'costly'
      } catch {
        return 'malformed'
      }
    const clients = tried?.clients ?? [...(decoded?.structs.keys() ?? [])]
    return this.#take(person, shape, {
      clients: clients.filter((client) => known(client) === 0).length,
      bytes: shape.maxBytesPerPerson === undefined ? 0 : bytesBrought(offer, known),
    })
  }

  #hasRoom({ maxPieces, piecesPerChar }: DocumentShape): boolean {
    const inProportion = piecesPerChar === undefined ? maxPieces : PIECES_FREE + this.#chars * piecesPerChar
    return this.#pieces <= Math.min(maxPieces, inProportion)
  }

  /** Notes what somebody brings, unless it is more than one of several may. */
  #take(person: string, { maxBytesPerPerson }: DocumentShape, more: Share): Verdict | undefined {
    const before = this.#coming.get(person) ?? this.#shares.get(person) ?? NOTHING
    const all = { clients: before.clients + more.clients, bytes: before.bytes + more.bytes }
    if (all.clients > CLIENTS_PER_PERSON) return 'malformed'
    if (more.bytes > 0 && maxBytesPerPerson !== undefined && all.bytes > maxBytesPerPerson) return 'too-large'
    this.#coming.set(person, all)
    return undefined
  }

  #measure(): void {
    this.#pieces = 0
    this.#chars = 0
    for (const structs of this.#doc.store.clients.values()) {
      const last = structs.at(-1)
      this.#pieces += structs.length
      this.#chars += last === undefined ? 0 : last.id.clock + last.length
    }
  }

  /** Pieces that wait for ever for others would make each later update slower. None comes any more; some are stored. */
  #dropExcessPending(): void {
    const { store } = this.#doc
    const { pendingStructs, pendingDs } = store
    const bytes = (pendingStructs?.update.byteLength ?? 0) + (pendingDs?.byteLength ?? 0)
    if (bytes <= PENDING_MAX_BYTES) return
    store.pendingStructs = null
    store.pendingDs = null
  }

  destroy(): void {
    this.#doc.destroy()
  }
}
