import { createRandom } from '@escale/shared'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { MemoryStore } from '../store/memory/memory-store.ts'
import type { DocumentKey } from '../store/store.ts'
import { SharedDocument } from './document.ts'
import { Merger } from './merge.ts'
import { LoopLoad } from './relay-pace.ts'
import { LOG_MAX_UPDATES } from './sync-limits.ts'
import { Trials } from './trials.ts'

const merger = new Merger()
const trials = new Trials()
afterEach(() => Promise.all([merger.stop(), trials.stop()]))

const key: DocumentKey = { session: 's', activity: 'a', name: 'wall' }

async function openStore(): Promise<MemoryStore> {
  const store = new MemoryStore()
  const workshop = { settings: {}, plan: [] } as never
  await store.createSession({
    id: 's',
    code: 'ABCDEFGH',
    genesis: { createdAt: 1, seed: '', workshop },
    endedAt: null,
  })
  return store
}

const load = (store: MemoryStore) =>
  SharedDocument.load(key, {
    store,
    trials,
    now: () => performance.now(),
    loopLoad: new LoopLoad(),
    onCommitted: () => undefined,
  })

const submit = (document: SharedDocument, update: Uint8Array): void =>
  document.submit({ update, ends: document.inspect(update).ends, done: () => undefined })

async function say(document: SharedDocument, text: string): Promise<void> {
  const doc = new Y.Doc()
  doc.getMap('said').set(text, true)
  const update = Y.encodeStateAsUpdate(doc)
  submit(document, update)
  await document.settled()
}

test('[D11] two servers on one store, as in a change of version, lose nothing of each other by compacting', async () => {
  for (let seed = 0; seed < 60; seed++) {
    const random = createRandom(`two-servers-${seed}`)
    const store = await openStore()
    const servers = [await load(store), await load(store)]
    const all: string[] = []
    let turn = 0
    for (let step = 0; step < 24; step++) {
      if (random.below(5) === 0) turn = 1 - turn
      const server = servers[turn] as SharedDocument
      if (random.below(3) === 0) await server.compact(merger)
      else {
        all.push(`${step}`)
        await say(server, `${step}`)
      }
    }
    const third = await load(store)
    expect([...third.doc.getMap('said').keys()].sort(), `seed ${seed}`).toEqual(all.sort())
    for (const document of [...servers, third]) document.destroy()
  }
})

test('[D11] a log that only ever says the same again is shortened too', async () => {
  const document = await load(await openStore())
  const greeting = new Y.Doc()
  greeting.getText('t').insert(0, 'bonjour')
  const update = Y.encodeStateAsUpdate(greeting)
  for (let i = 0; i <= LOG_MAX_UPDATES; i++) submit(document, update)
  await document.settled()
  expect(document.doc.getText('t').toString()).toBe('bonjour')
  expect(document.wantsCompaction).toBe('now')
  document.destroy()
})
