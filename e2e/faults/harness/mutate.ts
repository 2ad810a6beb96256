/** Frames that are nearly right: what a broken or hostile client sends, made from what honest ones send. */
import { addNote, type Random } from '@escale/shared'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { presenceMessage, presenceText, STEP_1, STEP_2, syncMessage, UPDATE } from './sync-messages.ts'

function updatesOf(write: (doc: Y.Doc) => void): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  write(doc)
  return [...updates, Y.encodeStateAsUpdate(doc)]
}

function writeNotes(doc: Y.Doc): void {
  for (let i = 0; i < 6; i++)
    addNote(doc, { id: `n${i}`, text: `note ${i} – é🙂`, author: 'p', colour: i, zone: 'z', createdAt: i })
  doc.getMap('notes').delete('n3')
}

/** Updates of every shape that is written on a wall: maps, texts, deletions. */
const UPDATES = updatesOf(writeNotes)

/** The same with what Yjs can do besides, and no wall holds. */
const FOREIGN = updatesOf((doc) => {
  writeNotes(doc)
  const text = doc.getText('text')
  text.insert(0, 'bonjour')
  text.format(0, 3, { bold: true })
  text.delete(2, 2)
  doc.getArray('list').push([1, { x: [true, null] }, new Uint8Array([1, 2])])
})

export const pick = <T>(from: readonly T[], random: Random): T => {
  const found = from[random.below(from.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/** Some bytes changed, or the end cut off. */
export function bend(bytes: Uint8Array, random: Random): Uint8Array {
  const bent = Uint8Array.from(bytes)
  for (let i = 1 + random.below(3); i > 0; i--) bent[random.below(bent.length)] = random.below(256)
  return random.below(6) === 0 ? bent.subarray(0, random.below(bent.length)) : bent
}

/** Numbers at which programs stumble. */
const ODD_NUMBERS = [0, 1, 127, 128, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER]

/** One update written by hand: a struct of any kind, with odd ids, lengths and parents. */
function forgedUpdate(random: Random): Uint8Array {
  const encoder = encoding.createEncoder()
  const odd = () => encoding.writeVarUint(encoder, pick(ODD_NUMBERS, random))
  const structs = 1 + random.below(3)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, random.below(4) === 0 ? pick(ODD_NUMBERS, random) : structs)
  odd()
  odd()
  for (let n = 0; n < structs; n++) {
    // The kind of content in the low bits; origins, parents and keys in the high ones.
    encoding.writeUint8(encoder, random.below(256))
    for (let i = random.below(5); i > 0; i--) odd()
    encoding.writeVarString(encoder, pick(['notes', '__proto__', 'constructor', ''], random))
    odd()
  }
  encoding.writeVarUint(encoder, random.below(2))
  odd()
  encoding.writeVarUint(encoder, 1)
  odd()
  odd()
  return encoding.toUint8Array(encoder)
}

/**
 * The update of yjs issue 687: an encoding of version 2 whose runs are told to be endless. A server that merges what it
 * does not know hangs on it.
 */
const ENDLESS_RUNS = Uint8Array.from([
  0, 0, 1, 63, 1, 0, 0, 0, 0, 0, 1, 255, 255, 255, 255, 15, 0, 1, 255, 255, 255, 255, 15, 0, 0, 0, 0,
])

function update(random: Random): Uint8Array {
  const shape = random.below(10)
  if (shape < 2) return forgedUpdate(random)
  if (shape === 2) return ENDLESS_RUNS
  return shape < 6 ? bend(pick(FOREIGN, random), random) : pick(FOREIGN, random)
}

const isUpdate = (bytes: Uint8Array): boolean => {
  try {
    Y.decodeUpdate(bytes)
    return true
  } catch {
    return false
  }
}

const isStateVector = (bytes: Uint8Array): boolean => {
  try {
    Y.decodeStateVector(bytes)
    return true
  } catch {
    return false
  }
}

export interface DocumentFrame {
  readonly bytes: Uint8Array
  /** Its sender is closed for it, or may be; false: it is taken, refused or dropped, and the sender goes on. */
  readonly isMalformed: boolean
}

const FORGED_STATES: readonly unknown[] = [
  null,
  7,
  [],
  { user: { name: 'Quelqu’un d’autre', color: 'red;} body{display:none' } },
  { cursor: { x: 1e308, y: -1 } },
  { ['__proto__']: { polluted: 1 } },
  'x'.repeat(600),
]

/** Tries of which one is likely to decode: what does not is soon said and ends a connection. */
const TRIES = 12

function decodable(
  make: () => Uint8Array,
  decodes: (bytes: Uint8Array) => boolean,
  honest: Uint8Array,
): Uint8Array {
  for (let i = 0; i < TRIES; i++) {
    const bytes = make()
    if (decodes(bytes)) return bytes
  }
  return honest
}

const FOUND_KEPT = 500
const NEW_ONE_IN = 8
const found: Uint8Array[] = []

const BAD_JSON = ['{', '{"a":', 'undefined', "{'a':1}", '[1,]', '\u0000']

/** One that decodes. To find one is dear: most are sent more than once, to other documents and in another order. */
function foreignUpdate(random: Random): Uint8Array {
  if (found.length < FOUND_KEPT || random.below(NEW_ONE_IN) === 0)
    found[random.below(FOUND_KEPT)] = decodable(() => update(random), isUpdate, pick(FOREIGN, random))
  return found[random.below(FOUND_KEPT)] ?? pick(FOREIGN, random)
}

/** A frame for `/sync`, of the kind that is malformed or of the kind that is not. */
export function documentFrame(random: Random, isMalformed: boolean): DocumentFrame {
  if (isMalformed && random.below(3) === 0)
    return { bytes: presenceText(random.below(2 ** 31), 1, pick(BAD_JSON, random)), isMalformed }
  if (isMalformed && random.below(2) === 0)
    return { bytes: syncMessage(pick([STEP_2, UPDATE], random), foreignUpdate(random)), isMalformed }
  if (isMalformed) {
    const bytes = update(random)
    if (isUpdate(bytes)) return { bytes: Uint8Array.of(random.below(4), 9, ...bytes), isMalformed }
    return { bytes: syncMessage(pick([STEP_2, UPDATE], random), bytes), isMalformed }
  }
  const kind = random.below(10)
  if (kind === 0) {
    const bytes = presenceMessage(pick(ODD_NUMBERS, random), random.below(100), pick(FORGED_STATES, random))
    return { bytes, isMalformed }
  }
  if (kind === 1) {
    const known = Uint8Array.of(1, 200, 1, 5)
    const vector = decodable(() => bend(known, random), isStateVector, known)
    return { bytes: syncMessage(STEP_1, vector), isMalformed }
  }
  return { bytes: syncMessage(kind < 4 ? STEP_2 : UPDATE, pick(UPDATES, random)), isMalformed }
}

const ODD_KEYS = ['type', 'id', 'command', 'activity', 'action', '__proto__', 'constructor', 'toString', '']
const ODD_TEXTS = [
  '',
  'pause',
  'go',
  'act',
  'rename',
  '__proto__',
  '\u0000',
  '\ud800',
  '\u202e',
  'é🙂',
  'x'.repeat(3_000),
]
const HONEST_COMMANDS = [
  { type: 'pause' },
  { type: 'go', activity: 'a' },
  { type: 'act', activity: 'a', action: { type: 'nothing' } },
  { type: 'rename', person: '__proto__', identity: { name: 'a', organisation: '', territory: '' } },
  { type: 'joined', person: 'p' },
]

/** Any JSON, preferably such as looks like something of ours. */
function oddJson(random: Random, depth = 0): unknown {
  const kind = random.below(depth > 4 ? 5 : 9)
  if (kind === 0) return null
  if (kind === 1) return random.below(2) === 0
  if (kind === 2) return pick([...ODD_NUMBERS, -1, 0.5, 1e308], random)
  if (kind < 5) return pick(ODD_TEXTS, random)
  if (kind === 5) return Array.from({ length: random.below(5) }, () => oddJson(random, depth + 1))
  if (kind === 6) return pick(HONEST_COMMANDS, random)
  return Object.fromEntries(
    Array.from({ length: random.below(5) }, () => [pick(ODD_KEYS, random), oddJson(random, depth + 1)]),
  )
}

const EVENTS = [
  'command',
  'command',
  'command',
  'clock',
  'sync',
  'frame',
  'bye',
  '__proto__',
  'hasOwnProperty',
  '',
]

/** Engine.IO's type, Socket.IO's, and what is in it: all of it bent in some place. Most of these end the connection. */
const BROKEN: readonly ((random: Random) => string | Uint8Array)[] = [
  () => '41',
  () => '5',
  () => '2probe',
  () => '42["disconnect"]',
  () => '42/other,["command",{}]',
  () => '43,7["receipt"]',
  () => '44{"message":"no"}',
  () => '451-["command",{"_placeholder":true,"num":0}]',
  (random) => `45${random.below(1_000_000)}-["command",{"_placeholder":true,"num":${random.below(99)}}]`,
  (random) => `42${'['.repeat(random.below(3_000))}`,
  (random) => Buffer.from(bend(Buffer.from('421["command",{"id":"x"}]'), random)).toString('latin1'),
  (random) => bend(Buffer.from('421["command",{"id":"x"}]'), random),
]

/** A packet for `/io`, of the kind that breaks the protocol or of the kind that only says nonsense in it. */
export function sessionPacket(random: Random, isBroken: boolean): string | Uint8Array {
  if (isBroken) return pick(BROKEN, random)(random)
  const id = random.below(3) === 0 ? '' : String(random.below(1_000))
  const envelope = { id: pick(['x-1', 'x-2', '', 'é'], random), command: oddJson(random) }
  const args = random.below(3) === 0 ? [oddJson(random), oddJson(random)] : [envelope]
  return `42${id}${JSON.stringify([pick(EVENTS, random), ...args])}`
}
