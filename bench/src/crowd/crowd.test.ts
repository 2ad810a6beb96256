import { readWall } from '@escale/shared'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { dialectOf, EMPTY_UPDATE } from './dialect.ts'
import { eachMark, markOf } from './marks.ts'
import { CursorPen, NotePen } from './pen.ts'
import { binaryFrame, FrameReader } from './web-socket-frames.ts'

const marksIn = (bytes: Uint8Array): string[] => {
  const found: string[] = []
  eachMark(Buffer.from(bytes), (writer, seq) => found.push(`${writer}/${seq}`))
  return found
}
/** As a server sends them: without a mask. */
const unmasked = (payload: Uint8Array): Buffer => {
  const masked = binaryFrame(payload)
  const maskAt = masked.byteLength - payload.byteLength - 4
  const header = Buffer.from(masked.subarray(0, maskAt))
  header[1] = (header[1] ?? 0) & 127
  return Buffer.concat([header, payload])
}

describe('what people write', () => {
  it('is valid notes, one mark each, also when the updates are merged', () => {
    const pens = [new NotePen(3, 'p3'), new NotePen(12_345, 'p12345')]
    const updates = pens.flatMap((pen) => pen.write(2)).concat(pens.flatMap((pen) => pen.write(1)))
    const marks = ['3/0', '3/1', '12345/0', '12345/1', '3/2', '12345/2']
    expect(updates.flatMap(marksIn)).toEqual(marks)
    expect(marksIn(Y.mergeUpdates(updates)).sort()).toEqual([...marks].sort())
    const doc = new Y.Doc()
    for (const update of updates) Y.applyUpdate(doc, update)
    const ids = readWall(doc).notes.map((note) => note.id)
    expect(ids.sort()).toEqual([3, 12_345].flatMap((w) => [0, 1, 2].map((seq) => markOf(w, seq))).sort())
  })

  it('carries one mark a move where cursors move', () => {
    expect(new CursorPen(7).write(2).flatMap(marksIn)).toEqual(['7/0', '7/1'])
  })
})

describe('frames', () => {
  const payloads = [0, 1, 125, 126, 65_535, 65_536].map((size) => new Uint8Array(size).fill(size % 251))

  it('are read whole however the stream is cut', () => {
    const stream = Buffer.concat(payloads.map(unmasked))
    for (const step of [1, 7, 4_096, stream.byteLength]) {
      const got: string[] = []
      const reader = new FrameReader((_opcode, payload) => got.push(payload.toString('latin1')))
      for (let at = 0; at < stream.byteLength; at += step) reader.read(stream.subarray(at, at + step))
      expect(got).toEqual(payloads.map((p) => Buffer.from(p).toString('latin1')))
    }
  })
})

describe('dialects', () => {
  it.each(['y-websocket', 'hocuspocus', 'bare'] as const)('%s hears its own updates and presence', (name) => {
    const dialect = dialectOf(name, 'wall-0')
    const update = Uint8Array.of(1, 2, 3)
    expect(dialect.heard(dialect.update(update))).toBe('update')
    expect([...dialect.updateIn(dialect.update(update))]).toEqual([1, 2, 3])
    expect(dialect.heard(dialect.nothing)).toBe('whole')
    expect([...dialect.updateIn(dialect.nothing)]).toEqual([...EMPTY_UPDATE])
    expect(dialect.heard(dialect.presence(update))).toBe('presence')
  })
})
