import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { MemoryStore } from '../store/memory/memory-store.ts'
import { SharedDocument } from './document.ts'
import { LOG_MAX_UPDATES } from './sync-limits.ts'

test('[D11] a log that only ever says the same again is shortened too', async () => {
  const store = new MemoryStore()
  await store.createSession({
    id: 's',
    code: 'ABCDEFGH',
    genesis: { createdAt: 1, seed: '', workshop: { settings: {}, plan: [] } as never },
    endedAt: null,
  })
  const key = { session: 's', activity: 'a', name: 'wall' }
  const document = await SharedDocument.load(store, key, () => performance.now())
  const said = new Y.Doc()
  said.getText('t').insert(0, 'bonjour')
  const update = Y.encodeStateAsUpdate(said)
  for (let i = 0; i <= LOG_MAX_UPDATES; i++)
    document.submit(update, document.inspect(update).ends, undefined, () => undefined)
  await document.settled()
  expect(document.doc.getText('t').toString()).toBe('bonjour')
  expect(document.wantsCompaction).toBe(true)
  document.destroy()
})
