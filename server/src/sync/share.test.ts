import { SYNC_CLOSE } from '@escale/shared'
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
import { updateFrame } from './frames.ts'

let house: SyncHouse | undefined
afterEach(async () => {
  await house?.stop()
  house = undefined
})
afterAll(removeFolders)

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
