/**
 * Is an update made of what its document may hold (D18), and what may it cost to apply (D19)? Answered from the decoded bytes
 * and from the document as it is, without changing it.
 *
 * Yjs puts an item between its origins by walking over all that came between them meanwhile: the square of what was written at
 * one place. So we walk there first, and count.
 */
import type { DocumentShape, TypeShape } from '@escale/shared'
import * as Y from 'yjs'
import type { Decoded } from './inspect-update.ts'
import { KEY_MAX_CHARS, VALUE_MAX_DEPTH } from './sync-limits.ts'

type Struct = Y.Item | Y.GC
// biome-ignore lint/suspicious/noExplicitAny: as Yjs calls any type.
type Holder = Y.AbstractType<any>

/** Whatever it is, as long as it is not deep: for what is stored from a time when less was checked. */
interface AnyShape {
  readonly type: 'any'
  readonly entries?: AnyShape
}
type Shape = TypeShape | AnyShape

const anyShape = (depth: number): AnyShape =>
  depth === 0 ? { type: 'any' } : { type: 'any', entries: anyShape(depth - 1) }
const ANY = anyShape(VALUE_MAX_DEPTH)

/** Where an item stands: in which type, under which name in a map, and between what of the document's. */
interface Place {
  /** The type, or the name of a root that nobody has written to yet. */
  readonly in: Holder | string
  readonly shape: Shape
  readonly sub: string | null
  readonly left: Y.Item | null
  readonly right: Y.Item | null
}

/** Its surroundings have been removed: Yjs keeps nothing of it but its number. */
const GONE = 'gone'
type Found = Place | typeof GONE

export class StructureError extends Error {
  override readonly name = 'StructureError'
}
const wrong = (what: string): never => {
  throw new StructureError(what)
}

const ownEntry = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

const matches = (type: unknown, shape: Shape): boolean =>
  shape.type === 'any'
    ? true
    : shape.type === 'text'
      ? type instanceof Y.Text && type.constructor === Y.Text
      : type instanceof Y.Map && type.constructor === Y.Map

/** What JSON can say, no deeper than the kinds write. */
function isPlain(value: unknown, depth = 0): boolean {
  if (value === null || value === undefined) return true
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value !== 'object' || value instanceof Uint8Array || depth >= VALUE_MAX_DEPTH) return false
  return Object.values(value).every((inner) => isPlain(inner, depth + 1))
}

class Reading {
  /** Steps that applying takes at most; counted no further than `most`. */
  steps = 0
  readonly #doc: Y.Doc
  readonly #decoded: Decoded
  readonly #shape: DocumentShape | undefined
  readonly #most: number
  readonly #found = new Map<Struct, Found>()
  /** How many items of the update are put into the same list. */
  readonly #perList = new Map<unknown, Map<string | null, number>>()

  constructor(doc: Y.Doc, decoded: Decoded, shape: DocumentShape | undefined, most: number) {
    this.#doc = doc
    this.#decoded = decoded
    this.#shape = shape
    this.#most = most
  }

  /** @throws StructureError */
  read(): void {
    this.steps = this.#decoded.pieces
    for (const own of this.#decoded.structs.values())
      for (const struct of own)
        if (struct instanceof Y.Item && !this.#isHere(struct)) {
          const place = this.#resolve(struct)
          if (place === GONE) continue
          this.#checkContent(struct, place)
          this.#count(place)
        }
    for (const [client, ranges] of this.#decoded.deleted) this.#countDeleted(client, ranges)
  }

  /** The struct of the update, or else of the document, that holds an id. */
  #at({ client, clock }: Y.ID): Struct {
    if (clock < Y.getState(this.#doc.store, client))
      return Y.getItem(this.#doc.store, Y.createID(client, clock))
    const own = this.#decoded.structs.get(client)
    if (own === undefined) return wrong('nothing there')
    return own[Y.findIndexSS(own as Struct[], clock)] as Struct
  }

  /** Is it the document's? What of the update is known already is found there, too. */
  #isHere({ id, length }: Struct): boolean {
    return id.clock + length <= Y.getState(this.#doc.store, id.client)
  }

  /** An item of the update beside or around this one, whose own place is not worked out yet. */
  #unresolved(item: Y.Item): Y.Item | undefined {
    const parent: unknown = item.parent
    for (const id of [item.origin, item.rightOrigin, parent instanceof Y.ID ? parent : null]) {
      const struct = id && this.#at(id)
      if (struct instanceof Y.Item && !this.#isHere(struct) && !this.#found.has(struct)) return struct
    }
    return undefined
  }

  /** Without recursion: each character of a typed text builds on the one before. */
  #resolve(item: Y.Item): Found {
    const open: Y.Item[] = []
    const opened = new Set<Y.Item>()
    for (let top: Y.Item | undefined = item; top !== undefined; ) {
      const first = this.#found.has(top) ? undefined : this.#unresolved(top)
      if (first === undefined) {
        if (!this.#found.has(top)) this.#found.set(top, this.#placeOf(top))
        top = open.pop()
        continue
      }
      if (opened.has(first)) wrong('in a circle')
      opened.add(top)
      open.push(top)
      top = first
    }
    return this.#found.get(item) ?? wrong('nowhere')
  }

  #placeOf(item: Y.Item): Found {
    const left = item.origin && this.#at(item.origin)
    const right = item.rightOrigin && this.#at(item.rightOrigin)
    const besideLeft = left && this.#placeBeside(left)
    const besideRight = right && this.#placeBeside(right)
    if (besideLeft === GONE || besideRight === GONE) return GONE
    const stated = this.#stated(item)
    if (stated === GONE) return GONE
    const place = besideLeft ?? besideRight ?? stated
    if (place === null) return wrong('nowhere')
    for (const other of [besideLeft, besideRight, stated])
      if (other && (other.in !== place.in || other.sub !== place.sub)) wrong('in two places')
    this.#checkBegun(item, place)
    return { ...place, left: besideLeft?.left ?? null, right: besideRight?.right ?? null }
  }

  /** The place of what stands beside this. `left` and `right`: what of the document's that is between, seen from its other side. */
  #placeBeside(struct: Struct): Found {
    if (!(struct instanceof Y.Item)) return GONE
    if (!this.#isHere(struct)) return this.#found.get(struct) ?? wrong('nowhere')
    const holder = struct.parent as Holder | null
    if (holder === null) return GONE
    return { in: holder, shape: this.#shapeOf(holder), sub: struct.parentSub, left: struct, right: struct }
  }

  /** What the item says itself of its place; null: nothing. */
  #stated(item: Y.Item): Found | null {
    const parent: unknown = item.parent
    const sub = item.parentSub
    if (typeof parent === 'string') {
      const shape = this.#rootShape(parent)
      return { in: this.#doc.share.get(parent) ?? parent, shape, sub, left: null, right: null }
    }
    if (!(parent instanceof Y.ID)) return null
    const holder = this.#at(parent)
    if (!(holder instanceof Y.Item)) return GONE
    if (this.#isHere(holder) && holder.content instanceof Y.ContentDeleted) return GONE
    if (!(holder.content instanceof Y.ContentType)) return wrong('holds nothing')
    const { type } = holder.content
    if (this.#isHere(holder)) return { in: type, shape: this.#shapeOf(type), sub, left: null, right: null }
    const outer = this.#found.get(holder)
    if (outer === GONE) return GONE
    if (outer === undefined) return wrong('nowhere')
    return { in: type, shape: this.#entryOf(outer.shape, type), sub, left: null, right: null }
  }

  #rootShape(name: string): Shape {
    return this.#shape === undefined ? ANY : (ownEntry(this.#shape.roots, name) ?? wrong('root'))
  }

  /** Of a type in the document. */
  #shapeOf(type: Holder): Shape {
    if (type._item === null) return this.#rootShape(Y.findRootTypeKey(type))
    return this.#entryOf(this.#shapeOf(type._item.parent as Holder), type)
  }

  #entryOf(outer: Shape, type: unknown): Shape {
    const shape = outer.type === 'text' ? undefined : outer.entries
    return shape !== undefined && matches(type, shape) ? shape : wrong('type')
  }

  /** The beginning of it may be known already: then it must go on where that stands. */
  #checkBegun(item: Y.Item, place: Place): void {
    const known = Y.getState(this.#doc.store, item.id.client)
    if (item.id.clock >= known) return
    const before = this.#placeBeside(Y.getItem(this.#doc.store, Y.createID(item.id.client, known - 1)))
    if (before === GONE || before.in !== place.in || before.sub !== place.sub) wrong('goes on elsewhere')
  }

  #checkContent({ content, length }: Y.Item, { shape, sub }: Place): void {
    if (shape.type === 'any') {
      if (content instanceof Y.ContentDoc) wrong('a document')
      if (content instanceof Y.ContentType) this.#entryOf(shape, content.type)
      return
    }
    if (shape.type === 'text') {
      if (sub !== null) wrong('a name in a text')
      if (!(content instanceof Y.ContentString || content instanceof Y.ContentDeleted)) wrong('in a text')
      return
    }
    if (sub === null || sub.length > KEY_MAX_CHARS) throw new StructureError('a name')
    if (content instanceof Y.ContentDeleted) return
    if (content instanceof Y.ContentAny && shape.values && content.arr.every((value) => isPlain(value)))
      return
    if (!(content instanceof Y.ContentType) || length !== 1) throw new StructureError('in a map')
    this.#entryOf(shape, content.type)
  }

  #count(place: Place): void {
    const lists = this.#perList.get(place.in) ?? new Map<string | null, number>()
    this.#perList.set(place.in, lists)
    const before = lists.get(place.sub) ?? 0
    lists.set(place.sub, before + 1)
    this.steps += before
    if (place.in instanceof Y.AbstractType) this.#walk(place.in, place)
  }

  #walk(holder: Holder, { sub, left, right }: Place): void {
    let next = left === null ? this.#firstOf(holder, sub) : left.right
    while (next !== null && next !== right && this.steps <= this.#most) {
      this.steps++
      next = next.right
    }
  }

  #firstOf(holder: Holder, sub: string | null): Y.Item | null {
    if (sub === null) return holder._start
    let first = holder._map.get(sub) ?? null
    while (first !== null && first.left !== null && this.steps <= this.#most) {
      this.steps++
      first = first.left
    }
    return first
  }

  #countDeleted(client: number, ranges: readonly { readonly clock: number; readonly len: number }[]): void {
    const structs = this.#doc.store.clients.get(client)
    if (structs === undefined) return
    const known = Y.getState(this.#doc.store, client)
    for (const { clock, len } of ranges) {
      if (clock >= known || this.steps > this.#most) return
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
        const struct = structs[i] as Struct
        if (struct.id.clock >= clock + len || this.steps > this.#most) break
        this.steps++
        if (struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentType)
          this.#countInside(struct.content.type)
      }
    }
  }

  #countInside(type: Holder): void {
    for (const entry of type._map.values()) {
      this.steps++
      if (entry.content instanceof Y.ContentType && this.steps <= this.#most)
        this.#countInside(entry.content.type)
    }
    for (let item = type._start; item !== null && this.steps <= this.#most; item = item.right) this.steps++
  }
}

/**
 * How many steps applying an update to `doc` may take; `most + 1` or more: too many to be worth counting.
 * @param shape undefined: of what it is made is not asked.
 * @throws StructureError when it holds anything that `shape` does not. All that it builds on must be in the document or in it.
 */
export function costOf(doc: Y.Doc, decoded: Decoded, shape: DocumentShape | undefined, most: number): number {
  const reading = new Reading(doc, decoded, shape, most)
  reading.read()
  return reading.steps
}
