import { limits, SYNC_CLOSE } from '@escale/shared'
import { afterAll, afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  closeCode,
  openSyncHouse,
  PAGE_SHAPE,
  removeFolders,
  type SyncHouse,
  until,
} from '../testkit/sync-house.ts'
import { Content } from './content.ts'
import { updateFrame } from './frames.ts'
import { inspectUpdate } from './inspect-update.ts'

let house: SyncHouse | undefined
afterEach(async () => {
  await house?.stop()
  house = undefined
})
afterAll(removeFolders)

/** Five keys a second; a tenth of it, so that the test is quick. */
const HOUR_OF_KEYS = 5 * 60 * 60
const PART = 1 / 10
const PORTION = Math.floor((PAGE_SHAPE.maxBytesPerPerson ?? 0) * 0.6)
const text = (letters: number): Uint8Array => {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, 'z'.repeat(letters))
  return updateFrame(Y.encodeStateAsUpdate(doc))
}

test('[D18] nobody fills what belongs to several: beyond a share of it one only takes away, under however many connections', async () => {
  house = await openSyncHouse()
  const at = house
  const ann = at.peer('ann', 'page-1')
  await until('synced', () => ann.provider.synced)
  const words = ann.doc.getText('text')
  const send = async () => {
    const greedy = at.raw('greedy', 'page-1')
    await new Promise((resolve) => greedy.on('open', resolve))
    greedy.send(text(PORTION))
    return greedy
  }
  await send()
  await until('what fits is there', () => words.length === PORTION)
  expect(await closeCode(await send())).toBe(SYNC_CLOSE.tooLarge)
  expect(words.length).toBe(PORTION)
  // The others have their share, and take away what is too much.
  words.insert(0, 'à nous : ')
  words.delete(9, words.length - 9)
  const bob = at.peer('bob', 'page-1')
  await until('bob has it', () => bob.doc.getText('text').toString() === 'à nous : ')
})

test('[D18] a share is not passed by many messages at once, which share a commit', () => {
  const content = new Content(new Y.Doc())
  const shape = { ...PAGE_SHAPE, maxBytesPerPerson: 10_000 }
  const offer = (person: string) => {
    const doc = new Y.Doc()
    doc.getText('text').insert(0, 'z'.repeat(3_000))
    const update = Y.encodeStateAsUpdate(doc)
    return { update, decoded: inspectUpdate(update, () => 0).decoded, shape, tried: undefined, person }
  }
  const offers = [...Array.from({ length: 8 }, () => offer('greedy')), offer('ann')]
  const { accepted, turnedAway } = content.admit(offers, () => [])
  expect(accepted.map(({ person }) => person)).toEqual(['greedy', 'greedy', 'greedy', 'ann'])
  expect(turnedAway.map(({ why }) => why)).toEqual(Array(5).fill('too-large'))
})

test('[D18] what is there already is not counted again, as when it is said twice', () => {
  const content = new Content(new Y.Doc())
  const shape = { ...PAGE_SHAPE, maxBytesPerPerson: 10_000 }
  const doc = new Y.Doc()
  doc.getText('text').insert(0, 'z'.repeat(6_000))
  const update = Y.encodeStateAsUpdate(doc)
  const { decoded } = inspectUpdate(update, () => 0)
  for (let time = 0; time < 5; time++) {
    const offers = [{ update, decoded, shape, tried: undefined, person: 'ann' }]
    expect([time, content.admit(offers, () => []).turnedAway]).toEqual([time, []])
  }
})

test('[D18] who types for all without a pause is not taken for somebody who fills the page: letters count, not messages', () => {
  const content = new Content(new Y.Doc())
  const shape = { ...PAGE_SHAPE, maxBytesPerPerson: limits.SHARED_TEXT_MAX_BYTES_PER_PERSON * PART }
  const typing = new Y.Doc()
  const words = typing.getText('text')
  let [bytes, refused] = [0, 0]
  typing.on('update', (update: Uint8Array) => {
    bytes += update.byteLength
    const { decoded } = inspectUpdate(update, () => Number.MAX_SAFE_INTEGER)
    const { turnedAway } = content.admit(
      [{ update, decoded, shape, tried: undefined, person: 'ann' }],
      () => [],
    )
    refused += turnedAway.length
  })
  for (let key = 0; key < HOUR_OF_KEYS * PART; key++) {
    words.insert(key % 30 === 0 ? Math.floor(words.length / 2) : words.length, 'e')
    if (key % 9 === 8) words.delete(words.length - 1, 1)
  }
  expect(bytes).toBeGreaterThan(shape.maxBytesPerPerson)
  expect(refused).toBe(0)
})
