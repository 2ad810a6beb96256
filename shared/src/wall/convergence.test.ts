import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createRandom, type Random } from '../chance/random.ts'
import { keepWall, restoreWall } from './checkpoint.ts'
import {
  addNote,
  changeNote,
  readNotes,
  readWall,
  removeNote,
  stackNotes,
  unstack,
  type WallContent,
} from './model.ts'
import { SPATIAL_LAYOUTS, type WallNote } from './note.ts'
import { orderBetween } from './order.ts'

const SEEDS = 2_000
const PEERS = 5
const STEPS = 30
const ZONES = ['', 'z1', 'z2', 'gone']
const TEXTS = ['Relier', 'des outils libres', 'été\ndemain', 'x', 'Avoir le temps 🙂']

interface Peer {
  readonly doc: Y.Doc
  /** What it has not been given yet, in no order. */
  readonly inbox: Uint8Array[]
  readonly removed: WallNote[]
  /** What it took out of sight by going back to a wall that it kept. */
  readonly shelf: Y.Doc
  kept: Y.Doc | null
}

const any = <T>(items: readonly T[], random: Random): T | undefined => items[random.below(items.length)]

/** One thing that a person does on a wall, by the wall's own functions. */
function act(peer: Peer, random: Random, name: string): void {
  const { doc, removed } = peer
  const { notes, stacks } = readWall(doc)
  const id = any(notes, random)?.id ?? 'nothing'
  switch (random.below(12)) {
    case 0:
    case 1:
    case 2:
      addNote(doc, {
        id: name,
        text: any(TEXTS, random) ?? '',
        zone: any(ZONES, random),
        createdAt: random.below(9),
      })
      return
    case 3:
      changeNote(doc, id, { text: `${any(TEXTS, random)} ${random.below(9)}`, colour: random.below(8) })
      return
    case 4: {
      const layout = any(SPATIAL_LAYOUTS, random) ?? 'canvas'
      changeNote(doc, id, {
        zone: any(ZONES, random),
        at: { [layout]: { x: random.below(2), y: random.below(2) } },
      })
      return
    }
    case 5: {
      const at = random.below(notes.length)
      const [before, after] = [notes[at - 1]?.order ?? null, notes[at]?.order ?? null]
      if (before === null || after === null || before < after)
        changeNote(doc, id, { order: orderBetween(before, after) })
      return
    }
    case 6: {
      const members = notes.filter(() => random.below(3) === 0).map((note) => note.id)
      stackNotes(doc, { id: any(stacks, random)?.id ?? `s-${name}`, title: name, notes: members })
      return
    }
    case 7:
      unstack(doc, any(stacks, random)?.id ?? 'nothing')
      return
    case 8: {
      const gone = removeNote(doc, id)
      if (gone) removed.push(gone)
      return
    }
    case 9: {
      const back = removed.pop()
      if (back) addNote(doc, back)
      return
    }
    case 10:
      peer.kept = new Y.Doc()
      keepWall({ wall: doc, shelf: peer.shelf }, peer.kept, (author) => author)
      return
    default: {
      if (peer.kept === null) return
      const docs = { wall: doc, shelf: peer.shelf }
      const heldBy = () => new Set([doc, peer.shelf].flatMap((d) => readNotes(d).map((note) => note.id)))
      const before = heldBy()
      restoreWall(docs, peer.kept, (author) => author)
      const after = heldBy()
      expect(
        [...before].filter((one) => !after.has(one)),
        name,
      ).toEqual([])
      expect(readWall(doc), name).toEqual(readWall(peer.kept))
    }
  }
}

/** Every note is in one place, every stack has its notes, and nothing points at what is not there. */
function expectSound({ notes, stacks }: WallContent, seed: string): void {
  const ids = new Set(notes.map((note) => note.id))
  const members = stacks.flatMap((stack) => stack.notes)
  expect(ids.size, seed).toBe(notes.length)
  expect(new Set(members).size, seed).toBe(members.length)
  expect(members.every((id) => ids.has(id)) && stacks.every((stack) => stack.notes.length > 0), seed).toBe(
    true,
  )
  expect(
    notes
      .filter((note) => note.stack !== '')
      .map((note) => note.id)
      .sort(),
    seed,
  ).toEqual(members.sort())
}

function play(seed: string): void {
  const random = createRandom(seed)
  const peers: Peer[] = Array.from({ length: PEERS }, (_, client) => {
    const doc = new Y.Doc()
    doc.clientID = client + 1
    return { doc, inbox: [], removed: [], shelf: new Y.Doc(), kept: null }
  })
  for (const peer of peers)
    peer.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') for (const other of peers) if (other !== peer) other.inbox.push(update)
    })
  const receive = ({ doc, inbox }: Peer, count: number) => {
    for (let n = 0; n < count && inbox.length > 0; n++) {
      const [update] = inbox.splice(random.below(inbox.length), 1)
      if (update) Y.applyUpdate(doc, update, 'network')
    }
  }
  for (let step = 0; step < STEPS; step++) {
    const peer = any(peers, random) as Peer
    if (random.below(3) === 0) receive(peer, random.below(6))
    else act(peer, random, `n${step}`)
  }
  for (const peer of peers) receive(peer, Number.POSITIVE_INFINITY)
  const walls = peers.map(({ doc }) => readWall(doc))
  for (const wall of walls) expect(wall, seed).toEqual(walls[0])
  expectSound(walls[0] as WallContent, seed)
}

test(`[M6] [M19] five people, disconnected and out of order, end with one sound wall (${SEEDS} seeds)`, () => {
  for (let seed = 0; seed < SEEDS; seed++) play(`wall-${seed}`)
}, 120_000)

test('planted: a stack that was taken apart by halves is found', () => {
  const doc = new Y.Doc()
  for (const id of ['a', 'b']) addNote(doc, { id, text: id, createdAt: 1 })
  stackNotes(doc, { id: 's', notes: ['a', 'b'] })
  const { notes } = readWall(doc)
  expect(() => expectSound({ notes, stacks: [] }, 'planted')).toThrow()
})
