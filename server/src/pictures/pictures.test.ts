import { performance } from 'node:perf_hooks'
import { limits } from '@escale/shared'
import { tallyWorkshop, testKinds } from '@escale/shared/testkit'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import type { Turn } from '../heavy/fair-queue.ts'
import { Lane } from '../heavy/lane.ts'
import { createServerClock } from '../realtime/clock.ts'
import { MemoryStore } from '../store/memory/memory-store.ts'
import { PERSON_PICTURES_MAX, UPLOADING_PER_SESSION_MAX_BYTES } from './picture-limits.ts'
import { PictureShelf } from './picture-shelf.ts'
import { UploadGate } from './upload-gate.ts'
import { drawnAnew } from './workshop-pictures.ts'

const store = new MemoryStore()
const lane = new Lane()
const shelf = new PictureShelf(store, createServerClock(), lane)
afterAll(() => lane.close())
const turn = (person: string, first = false): Turn => ({ session: 's1', person, first })
const flat = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#fc0' } })

test('[L4] what is of another format, or unpacks to too much, is refused before it is unpacked', async () => {
  const small = flat(64)
  const outcomes = new Map<string, unknown>()
  for (const [name, bytes] of [
    ['avif', await small.clone().avif().toBuffer()],
    ['tiff', await small.clone().tiff().toBuffer()],
    ['svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['png bomb', await flat(6_000).png({ compressionLevel: 9 }).toBuffer()],
    ['png', await small.clone().png().toBuffer()],
    ['webp', await small.clone().webp().toBuffer()],
    ['gif', await small.clone().gif().toBuffer()],
    ['jpeg', await small.clone().jpeg().toBuffer()],
  ] as const) {
    const drawn = await shelf.draw(turn('p1'), { bytes })
    outcomes.set(name, drawn.ok ? drawn.value.width : drawn.refusal)
  }
  expect(Object.fromEntries(outcomes)).toEqual({
    ...{ avif: 'invalid', tiff: 'invalid', svg: 'invalid', 'png bomb': 'too-large' },
    ...{ png: 64, webp: 64, gif: 64, jpeg: 64 },
  })
})

test('[L2] drawing leaves the event loop alone', async () => {
  const bytes = await flat(4_000).jpeg().toBuffer()
  const before = performance.eventLoopUtilization()
  await Promise.all(['a', 'b', 'c'].map((person) => shelf.draw(turn(person), { bytes })))
  expect(performance.eventLoopUtilization(before).active).toBeLessThan(150)
})

test('[L3] a participant keeps so many, and leaves room for facilitators', async () => {
  await store.createSession({
    ...{ id: 's1', code: 'ABCDEFGH', endedAt: null },
    genesis: { createdAt: 0, seed: '', workshop: tallyWorkshop('a') },
  })
  const bytes = await flat(4).png().toBuffer()
  const told = new Set<string>()
  for (let i = 0; i <= PERSON_PICTURES_MAX; i++) {
    const put = await shelf.put(turn('greedy'), { bytes })
    told.add(put.ok ? 'kept' : put.refusal)
  }
  expect(told).toEqual(new Set(['kept', 'too-many']))
  expect(await shelf.put(turn('somebody'), { bytes })).toMatchObject({ ok: true })
  expect(await shelf.put(turn('greedy', true), { bytes })).toMatchObject({ ok: true })
})

test('[L2] uploads share memory: one at a time and one more, and facilitators always find a place', () => {
  const gate = new UploadGate()
  const bytes = 5 * 1024 * 1024
  const enter = (person: string, isDriver = false) => gate.enter({ session: 's1', person, bytes }, isDriver)
  const leave = enter('p0')
  expect(enter('p0')).toBeDefined()
  expect(enter('p0')).toBeUndefined()
  leave?.()
  expect(enter('p0')).toBeDefined()
  let others = 0
  while (enter(`q${others}`) !== undefined) others++
  expect(others).toBeLessThan(UPLOADING_PER_SESSION_MAX_BYTES / bytes)
  expect(gate.enter({ session: 's2', person: 'x', bytes }, false)).toBeDefined()
  expect(enter('claire', true)).toBeDefined()
})

test('[D16] pictures of a file that grow when they are drawn anew stop where a file could not carry them again', async () => {
  const data = Buffer.from('small').toString('base64')
  const pictures = Array.from({ length: limits.WORKSHOP_FILE_PICTURES_MAX }, (_, i) => ({
    id: `p${i}`,
    data,
  }))
  const grown = { bytes: new Uint8Array(2_500_000), mediaType: 'image/webp', width: 1, height: 1 } as const
  const imported = { workshop: tallyWorkshop('a'), pictures, missing: 0 }
  const drawn = await drawnAnew(testKinds, async () => ({ ok: true, value: grown }), imported)
  if (!drawn.ok) throw new Error(drawn.refusal)
  const kept = drawn.value.pictures.reduce((sum, { bytes }) => sum + bytes.length, 0)
  expect(kept).toBeGreaterThan(10_000_000)
  expect((kept / 3) * 4).toBeLessThan(limits.WORKSHOP_FILE_MAX_BYTES)
  expect(drawn.value.pictures.length + drawn.value.missing).toBe(pictures.length)
  // A busy server loses nothing of a file that can be sent again.
  const busy = { ok: false, refusal: 'busy' } as const
  expect(await drawnAnew(testKinds, async () => busy, imported)).toEqual(busy)
})
