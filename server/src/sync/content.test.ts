/** What comes into a document and what does not, with its reason [D4] [D18] [D19], and what is then told. */
import type { DocumentShape } from '@escale/shared'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Content, type Offer } from './content.ts'
import { inspectUpdate } from './inspect-update.ts'
import { documentOf, letters, type Piece, said, update, values } from './pieces.testkit.ts'
import { CLIENTS_PER_PERSON, PENDING_MAX_BYTES, PIECES_FREE, PIECES_HERE, STEPS_HERE } from './sync-limits.ts'

const SHAPE: DocumentShape = {
  roots: { text: { type: 'text' }, map: { type: 'map', values: true } },
  maxBytes: 1_000_000,
  maxPieces: 1_000_000,
}
const NO_UPDATES = () => []

/** As it comes from a client. */
function offer(bytes: Uint8Array, other: Partial<Offer> = {}): Offer {
  const { decoded } = inspectUpdate(bytes, () => Number.POSITIVE_INFINITY)
  return { update: bytes, shape: SHAPE, decoded, tried: undefined, person: 'ann', ...other }
}
/** As the server writes it. */
const ours = (bytes: Uint8Array): Offer => ({
  update: bytes,
  shape: undefined,
  decoded: undefined,
  tried: undefined,
  person: '',
})
const letter = (client: number, other: Partial<Piece> = {}): Piece => ({
  id: [client, 0],
  ...said('x'),
  ...other,
})
/** What became of one. */
function verdictOn(content: Content, one: Offer): string {
  const { accepted, turnedAway } = content.admit([one], NO_UPDATES)
  return turnedAway[0]?.why ?? (accepted[0] === one ? 'accepted' : 'neither')
}
/** So many pieces and as many clocks. */
function piecesOf(count: number): Y.Doc {
  const doc = new Y.Doc()
  const map = doc.getMap('map')
  doc.transact(() => {
    for (let i = 0; i < count; i++) map.set(`${i}`, i)
  })
  return doc
}
const textOf = (content: Content) => content.doc.getText('text').toString()

test('[D19] a writer does not pay for the time in which the machine did something else', () => {
  const WAITED_MS = 300
  const content = new Content(new Y.Doc())
  const late = {
    ...offer(update(letters(3))),
    get update() {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAITED_MS)
      return update(letters(3))
    },
  }
  const began = performance.now()
  const { accepted, took } = content.admit([late], NO_UPDATES)
  expect(performance.now() - began).toBeGreaterThanOrEqual(WAITED_MS)
  expect(accepted).toEqual([late])
  expect(took[0]).toBeGreaterThan(0)
  expect(took[0]).toBeLessThan(WAITED_MS / 2)
})

describe('each by itself', () => {
  const tried = { ms: 1, clients: [50] }

  test('nothing new is nothing to judge; what the server wrote is not judged', () => {
    const content = new Content(documentOf(letters(3)))
    expect(verdictOn(content, { ...ours(update([])), update: undefined, shape: SHAPE })).toBe('accepted')
    expect(verdictOn(content, ours(update([letter(50, { parent: 'elsewhere' })])))).toBe('accepted')
  })

  test('[D19] what is too large to be looked at here must be tried first; what was tried is not asked again', () => {
    const content = new Content(documentOf([]))
    // Each under a name of its own: one step each.
    const pieces = (count: number) =>
      update(
        Array.from({ length: count }, (_, i) => ({
          ...{ id: [9, i] as const, parent: 'map', sub: `${i}` },
          ...values(i),
        })),
      )
    expect(verdictOn(content, offer(update([letter(50)]), { decoded: undefined }))).toBe('costly')
    expect(verdictOn(content, offer(pieces(PIECES_HERE + 1)))).toBe('costly')
    expect(content.doc.getMap('map').size).toBe(0)
    expect(verdictOn(content, offer(pieces(PIECES_HERE + 1), { tried }))).toBe('accepted')
    expect(content.doc.getMap('map').size).toBe(PIECES_HERE + 1)
    expect(verdictOn(new Content(documentOf([])), offer(pieces(PIECES_HERE)))).toBe('accepted')
    expect(verdictOn(content, offer(update([letter(50)]), { decoded: undefined, tried }))).toBe('accepted')
    expect(textOf(content)).toBe('x')
  })

  test('[D19] what takes too many steps must be tried first', () => {
    const content = new Content(documentOf(letters(STEPS_HERE)))
    // One for itself, and one for each that it may stand behind.
    expect(verdictOn(content, offer(update([letter(9_000)])))).toBe('costly')
    expect(verdictOn(content, offer(update([letter(9_000, { origin: [1, 0] })])))).toBe('accepted')
    expect(verdictOn(content, offer(update([letter(9_001)]), { tried }))).toBe('accepted')
  })

  test('[D18] what it may not be made of is malformed, unless a thread has looked at it', () => {
    const content = new Content(documentOf([]))
    const alien = update([letter(50, { parent: 'elsewhere' })])
    expect(verdictOn(content, offer(alien))).toBe('malformed')
    expect([...content.doc.share.keys()]).toEqual([])
    expect(verdictOn(content, offer(alien, { tried }))).toBe('accepted')
  })

  test('[D4] what builds on something that is not here is a gap, tried or not', () => {
    const content = new Content(documentOf(letters(2)))
    const beside = update([letter(50, { origin: [3, 0] })])
    expect(verdictOn(content, offer(beside))).toBe('gap')
    expect(verdictOn(content, offer(beside, { tried }))).toBe('gap')
    // And so is one for which there is no room either: who asks again says it all.
    expect(verdictOn(content, offer(beside, { shape: { ...SHAPE, maxPieces: 0 } }))).toBe('gap')
  })
})

describe('room', () => {
  const deletion = update([], { 1: [[0, 1]] })

  test('[D19] a document has so many pieces; where there are more one may only delete', () => {
    const content = new Content(documentOf(letters(3)))
    expect(content.pieces).toBe(3)
    const most = (maxPieces: number) => ({ shape: { ...SHAPE, maxPieces } })
    expect(verdictOn(content, offer(update([letter(50)]), most(2)))).toBe('too-large')
    expect(
      verdictOn(
        content,
        offer(update([letter(50)]), { ...most(2), decoded: undefined, tried: { ms: 1, clients: [] } }),
      ),
    ).toBe('too-large')
    expect(verdictOn(content, offer(update([letter(50)]), most(3)))).toBe('accepted')
    expect(content.pieces).toBe(4)
    expect(verdictOn(content, offer(deletion, most(0)))).toBe('accepted')
    expect(textOf(content)).toBe('aax')
  })

  test('[D19] where they are kept in proportion, to all that was ever written', () => {
    const shape = (piecesPerChar: number, maxPieces = 1_000_000) => ({
      shape: { ...SHAPE, piecesPerChar, maxPieces },
    })
    const verdict = (content: Content, other: Partial<Offer>) =>
      verdictOn(content, offer(update([letter(50)]), other))
    expect(verdict(new Content(piecesOf(PIECES_FREE)), shape(0))).toBe('accepted')
    const over = new Content(piecesOf(PIECES_FREE + 1))
    expect(verdict(over, shape(0))).toBe('too-large')
    expect(verdict(over, shape(1, PIECES_FREE))).toBe('too-large')
    expect(verdict(over, shape(0.5 / (PIECES_FREE + 1)))).toBe('too-large')
    expect(verdict(over, shape(1 / (PIECES_FREE + 1)))).toBe('accepted')
  })
})

describe('[D18] whose clients they are', () => {
  test('a person brings so many to a document, each counted once, and others theirs', () => {
    const content = new Content(documentOf([]))
    const by = (client: number, person = 'ann') => offer(update([letter(client)]), { person })
    const verdicts = Array.from({ length: CLIENTS_PER_PERSON }, (_, i) => verdictOn(content, by(1 + i)))
    expect(new Set(verdicts)).toEqual(new Set(['accepted']))
    expect(verdictOn(content, by(5_000))).toBe('malformed')
    expect(verdictOn(content, by(5_000, 'bob'))).toBe('accepted')
    // One that is here already is nobody new, and who deletes brings none.
    const on = update([{ id: [1, 1], origin: [1, 0], ...said('y') }])
    expect(verdictOn(content, offer(on))).toBe('accepted')
    expect(verdictOn(content, offer(update([], { 1: [[0, 1]] })))).toBe('accepted')
    const large = { decoded: undefined, tried: { ms: 1, clients: [6_000] } }
    expect(verdictOn(content, offer(update([letter(6_000)]), large))).toBe('malformed')
    expect(verdictOn(content, offer(update([letter(6_000)]), { ...large, person: 'bob' }))).toBe('accepted')
  })
})

describe('several at once', () => {
  test('what is new is told as one; what is not, is not told', () => {
    const content = new Content(documentOf([]))
    const [one, two] = [offer(update([letter(50)])), offer(update([letter(51)]))]
    const known = { ...ours(update([])), update: undefined }
    const gap = offer(update([letter(52, { origin: [99, 0] })]))
    const { accepted, turnedAway, news, takesWords, took } = content.admit([one, gap, known, two], NO_UPDATES)
    expect(accepted).toEqual([one, known, two])
    expect(turnedAway).toEqual([{ offer: gap, why: 'gap' }])
    expect(took).toHaveLength(3)
    for (const ms of took) expect(ms >= 0 && ms < 1_000).toBe(true)
    expect(takesWords).toBe(false)
    const told = new Y.Doc()
    Y.applyUpdate(told, news ?? Uint8Array.of())
    expect(told.getText('text').toString()).toBe('xx')
    const again = content.admit([one, known], NO_UPDATES)
    expect([again.news, again.accepted]).toEqual([undefined, [one, known]])
    // Nobody listens to what is written later.
    const heard = Reflect.get(content.doc, '_observers') as ReadonlyMap<string, unknown>
    expect([heard.has('update'), heard.has('afterTransaction')]).toEqual([false, false])
  })

  test('one of them takes words away: so they do', () => {
    const content = new Content(documentOf(letters(3)))
    const takes = (...offers: Offer[]) => content.admit(offers, NO_UPDATES).takesWords
    const writes = (client: number) => offer(update([letter(client)]))
    const deletes = (client: number) => offer(update([], { [client]: [[0, 1]] }))
    expect(takes(writes(50))).toBe(false)
    expect(takes(deletes(1), writes(51))).toBe(true)
    expect(takes(writes(52))).toBe(false)
  })

  test('[D19] one that cannot be applied after all leaves the others and what is committed', () => {
    const committed = [update(letters(3))]
    const content = new Content(documentOf(letters(3)))
    const before = content.doc
    let isDestroyed = false
    before.on('destroy', () => {
      isDestroyed = true
    })
    // What is uncommitted and not offered again is lost.
    before.getText('text').insert(0, 'never committed ')
    const [one, two] = [offer(update([letter(50)])), offer(update([letter(51)]))]
    const bad = ours(Uint8Array.of(1, 1, 7, 0, 4))
    const gap = offer(update([letter(52, { origin: [99, 0] })]))
    const { accepted, turnedAway, news } = content.admit([one, bad, gap, two], () => committed)
    expect(accepted).toEqual([one, two])
    expect(turnedAway).toContainEqual({ offer: bad, why: 'malformed' })
    expect(turnedAway).toContainEqual({ offer: gap, why: 'gap' })
    expect(turnedAway).toHaveLength(2)
    expect(textOf(content).split('').sort().join('')).toBe('aaaxx')
    expect([content.pieces, isDestroyed]).toEqual([5, true])
    const told = documentOf(letters(3))
    Y.applyUpdate(told, news ?? Uint8Array.of())
    expect(told.getText('text').toString()).toBe(textOf(content))
  })

  test('made anew it holds what is committed, and is measured anew', () => {
    const content = new Content(documentOf(letters(5)))
    content.restore([update(letters(2)), update([letter(50)])])
    expect([content.pieces, textOf(content).length]).toEqual([3, 3])
    content.destroy()
    expect(content.doc.isDestroyed).toBe(true)
  })
})

describe('pieces that wait for ever', () => {
  /** A document that waits for what so many bytes build on. */
  function waiting(bytes: number): Y.Doc {
    const doc = new Y.Doc()
    const lone = (length: number) => update([letter(50, { origin: [99, 0], ...said('x'.repeat(length)) })])
    Y.applyUpdate(doc, lone(bytes))
    const over = (doc.store.pendingStructs?.update.byteLength ?? 0) - bytes
    const exact = new Y.Doc()
    Y.applyUpdate(exact, lone(bytes - over))
    return exact
  }
  const after = (doc: Y.Doc) => {
    const content = new Content(doc)
    content.admit([offer(update([letter(60)]))], NO_UPDATES)
    const { pendingStructs, pendingDs } = doc.store
    return [pendingStructs !== null, pendingDs !== null]
  }
  const missing = (count: number) =>
    update([], { 98: Array.from({ length: count }, (_, i) => [i * 2 ** 15, 1] as const) })

  test('[D4] are kept up to a bound, and dropped beyond it', () => {
    const exact = waiting(PENDING_MAX_BYTES)
    expect(exact.store.pendingStructs?.update.byteLength).toBe(PENDING_MAX_BYTES)
    expect(after(exact)).toEqual([true, false])
    expect(after(waiting(PENDING_MAX_BYTES + 1))).toEqual([false, false])
  })

  test('[D4] what is deleted before it is there counts too', () => {
    const both = waiting(PENDING_MAX_BYTES)
    Y.applyUpdate(both, missing(1))
    expect(both.store.pendingDs).not.toBeNull()
    expect(after(both)).toEqual([false, false])
    const little = waiting(PENDING_MAX_BYTES - 1_000)
    Y.applyUpdate(little, missing(1))
    expect(after(little)).toEqual([true, true])
    const lone = new Y.Doc()
    Y.applyUpdate(lone, missing(1))
    expect(after(lone)).toEqual([false, true])
    const only = new Y.Doc()
    Y.applyUpdate(only, missing(PENDING_MAX_BYTES / 3))
    expect(after(only)).toEqual([false, false])
  })
})
