/** What every adapter of the `Store` port must do. Run by the adapters' tests. */
import { addNote } from '@escale/shared'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { aKey, fault, keyContract, row } from './key-contract.ts'
import type { Entry, FileRow, Store } from './store.ts'

const entry = (seq: number, more: Partial<Entry> & { commandId?: string } = {}): Entry => {
  const { commandId = null, ...rest } = more
  return { event: { seq, at: seq, actor: null, commandId, command: { type: 'pause' } }, ...rest }
}

const named = (name: string) => ({ name, organisation: '', territory: '' })
const bytes = (...values: number[]) => Uint8Array.from(values)
const fileOf = (id: string, addedAt: number): FileRow => ({
  id,
  session: 's',
  mediaType: 'image/webp',
  width: 2,
  height: 1,
  bytes: bytes(1, 2),
  addedAt,
})
/** `open` gives an empty store; the suite closes what it opens. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  const withStore = (run: (store: Store) => Promise<void>) => async () => {
    const store = await open()
    try {
      await run(store)
    } finally {
      await store.close()
    }
  }

  describe(`${name}: sessions`, () => {
    test(
      'a session comes back as it was made, by id and by code',
      withStore(async (store) => {
        await store.createSession(row('s', 'CODE'))
        const stored = { ...row('s', 'CODE'), usedAt: 1, deletedAt: null }
        expect(await store.getSession('s')).toEqual(stored)
        expect(await store.findSessionByCode('CODE')).toEqual(stored)
        expect(await store.getSession('__proto__')).toBeUndefined()
      }),
    )
    test(
      'an id or a code in use is refused',
      withStore(async (store) => {
        await store.createSession(row('s', 'CODE'))
        expect(await fault(store.createSession(row('s', 'OTHER')))).toBe('taken')
        expect(await fault(store.createSession(row('t', 'CODE')))).toBe('taken')
      }),
    )
    test(
      'an ended session is not found by its code until it is reopened',
      withStore(async (store) => {
        await store.createSession(row('s', 'CODE'))
        await store.append('s', [entry(1, { endedAt: 5 })])
        expect(await store.findSessionByCode('CODE')).toBeUndefined()
        expect((await store.getSession('s'))?.endedAt).toBe(5)
        await store.append('s', [entry(2, { endedAt: null })])
        expect((await store.findSessionByCode('CODE'))?.id).toBe('s')
      }),
    )
  })

  describe(`${name}: how long a session lives`, () => {
    const DAY_MS = 24 * 60 * 60 * 1_000
    const keeping = { days: 90, deletedMs: 7 * DAY_MS }
    const over = async (store: Store, now: number) => [...(await store.listOver(now, keeping))].sort()
    const settled = { ...row('short').genesis.workshop.settings, keepDays: 3 }
    const short = { ...row('short').genesis, workshop: { settings: settled, plan: [] } }

    test(
      '[E1] [E2] its time is over so many days after its last use; a workshop may say less, never more',
      withStore(async (store) => {
        await store.createSession(row('s'))
        await store.createSession({ ...row('short'), genesis: short })
        expect(await over(store, 3 * DAY_MS)).toEqual([])
        expect(await over(store, 3 * DAY_MS + 1)).toEqual(['short'])
        await store.markUsed('short', DAY_MS)
        await store.markUsed('short', 5)
        expect((await store.getSession('short'))?.usedAt).toBe(DAY_MS)
        expect(await over(store, 3 * DAY_MS + 1)).toEqual([])
        await store.append('short', [entry(1, { keepDays: null })])
        await store.append('s', [entry(1, { keepDays: 365 })])
        expect(await over(store, 90 * DAY_MS)).toEqual([])
        expect(await over(store, 91 * DAY_MS)).toEqual(['s', 'short'])
      }),
    )

    test(
      '[E5] a deleted session is not found by its code, and can be brought back until its time is over',
      withStore(async (store) => {
        await store.createSession(row('s', 'CODE'))
        await store.markUsed('s', 50 * DAY_MS)
        await store.setDeleted('s', 50 * DAY_MS)
        expect(await store.findSessionByCode('CODE')).toBeUndefined()
        expect((await store.getSession('s'))?.deletedAt).toBe(50 * DAY_MS)
        expect(await over(store, 57 * DAY_MS - 1)).toEqual([])
        expect(await over(store, 57 * DAY_MS)).toEqual(['s'])
        await store.setDeleted('s', null)
        expect(await over(store, 57 * DAY_MS)).toEqual([])
        expect((await store.findSessionByCode('CODE'))?.deletedAt).toBeNull()
      }),
    )

    test(
      '[E6] of what is purged nothing is left, and its neighbours stay; only a condemned session is, and for good',
      withStore(async (store) => {
        for (const id of ['s', 't']) {
          await store.createSession(row(id))
          const place = { session: id, person: 'p', role: 'participant', kind: 'cookie' } as const
          const key = { ...place, id, hash: id, createdAt: 1, device: null, usedAt: null }
          await store.append(id, [entry(1, { identity: { person: 'p', set: named(id) }, keys: [key] })])
          const document = { session: id, activity: 'a', name: 'd' }
          await store.appendUpdates(document, [bytes(1)])
          await store.compactDocument(document, bytes(2), (await store.loadDocument(document)).extent)
          await store.appendUpdates(document, [bytes(3)])
          await store.addFile({ ...fileOf(`f-${id}`, 1), session: id })
        }
        await store.markUsed('t', DAY_MS)
        expect(await store.purgeSome('s')).toBe(true)
        expect(await store.getSession('s')).toBeDefined()
        expect(await store.condemn('s', DAY_MS, keeping)).toBe(false)
        const now = 90 * DAY_MS + 1
        expect(await store.condemn('s', now, keeping)).toBe(true)
        expect(await store.condemn('t', now, keeping)).toBe(false)
        await store.setDeleted('s', null)
        expect(await over(store, now)).toEqual(['s'])
        let rounds = 0
        while (!(await store.purgeSome('s'))) if (++rounds > 20) throw new Error('it does not end')
        expect(await over(store, now)).toEqual([])
        for (const [id, isThere] of [
          ['s', false],
          ['t', true],
        ] as const) {
          expect([id, (await store.getSession(id)) !== undefined]).toEqual([id, isThere])
          expect([id, (await store.loadEvents(id, 0)).length > 0]).toEqual([id, isThere])
          expect([id, (await store.loadIdentities(id)).size > 0]).toEqual([id, isThere])
          expect([id, (await store.findKey(id)) !== undefined]).toEqual([id, isThere])
          expect([id, (await store.listDocuments(id, 'a')).length > 0]).toEqual([id, isThere])
          expect([id, await store.hasFile(id, `f-${id}`)]).toEqual([id, isThere])
        }
      }),
    )

    test(
      '[E7] earlier names go with the end of their session, and after a while',
      withStore(async (store) => {
        const name = async (id: string) => (await store.loadIdentities(id)).get('p')?.name
        const renamed = [
          entry(1, { identity: { person: 'p', set: named('A') } }),
          entry(2, { identity: { person: 'p', set: named('B') } }),
        ]
        for (const id of ['ended', 'old', 'young']) await store.createSession(row(id))
        for (const id of ['ended', 'old']) await store.append(id, renamed)
        await store.append('young', [
          renamed[0] as Entry,
          { ...(renamed[1] as Entry), event: { ...entry(2).event, at: 100 } },
        ])
        await store.append('ended', [entry(3, { endedAt: 3 })])
        await store.append('ended', [entry(4, { identity: { person: 'p', revert: 2 } })])
        await store.forgetEarlierNames(100)
        await store.append('old', [entry(3, { identity: { person: 'p', revert: 2 } })])
        await store.append('young', [entry(3, { identity: { person: 'p', revert: 2 } })])
        expect([await name('ended'), await name('old'), await name('young')]).toEqual(['B', 'B', 'A'])
      }),
    )
  })

  describe(`${name}: events`, () => {
    test(
      '[S17] events come back in order, and of two writers of one seq one fails',
      withStore(async (store) => {
        await store.createSession(row('s'))
        await store.append('s', [entry(1), entry(2)])
        expect(await fault(store.append('s', [entry(2)]))).toBe('wrong-seq')
        expect(await fault(store.append('s', [entry(4)]))).toBe('wrong-seq')
        const both = await Promise.allSettled([store.append('s', [entry(3)]), store.append('s', [entry(3)])])
        expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
        expect((await store.loadEvents('s', 1)).map((e) => e.seq)).toEqual([2, 3])
        const bytes = (await store.loadEvents('s', 0)).map((e) =>
          Buffer.byteLength(JSON.stringify(e.command)),
        )
        const weights = [...(await store.weighLog('s')).values()]
        expect(weights.reduce((a, b) => a + b, 0)).toBe(bytes.reduce((a, b) => a + b, 0))
        expect(await store.weighLog('t')).toEqual(new Map())
      }),
    )
    test(
      '[S16] a command is in the log once',
      withStore(async (store) => {
        await store.createSession(row('s'))
        await store.append('s', [entry(1, { commandId: 'claire:1' })])
        expect(await fault(store.append('s', [entry(2, { commandId: 'claire:1' })]))).toBe(
          'duplicate-command',
        )
        await store.createSession(row('t'))
        await store.append('t', [entry(1, { commandId: 'claire:1' })])
      }),
    )
    test(
      'a batch is written whole or not at all, names and keys included',
      withStore(async (store) => {
        await store.createSession(row('s'))
        const key = aKey('h')
        const good = entry(1, { identity: { person: 'p', set: named('Léa') }, keys: [key] })
        expect(await fault(store.append('s', [good, entry(3)]))).toBe('wrong-seq')
        expect(await store.loadEvents('s', 0)).toEqual([])
        expect(await store.loadIdentities('s')).toEqual(new Map())
        expect(await store.findKey('h')).toBeUndefined()
        await store.append('s', [good])
        expect(await store.findKey('h')).toEqual(key)
        expect(await fault(store.append('unknown', [entry(1)]))).toBe('unknown-session')
      }),
    )
  })

  test(
    `${name}: [S18] a renaming keeps the names before it, and each undo finds its own`,
    withStore(async (store) => {
      await store.createSession(row('s'))
      const name = async () => (await store.loadIdentities('s')).get('p')?.name
      await store.append('s', [
        entry(1, { identity: { person: 'p', set: named('A') } }),
        entry(2, { identity: { person: 'p', set: named('B') } }),
        entry(3, { identity: { person: 'p', set: named('C') } }),
      ])
      await store.append('s', [entry(4, { identity: { person: 'p', revert: 3 } })])
      expect(await name()).toBe('B')
      await store.append('s', [entry(5, { identity: { person: 'p', revert: 2 } })])
      expect(await name()).toBe('A')
      await store.append('s', [entry(6, { identity: { person: 'p', revert: 99 } })])
      expect(await name()).toBe('A')
      // A name given back can be taken back in its turn.
      await store.append('s', [entry(7, { identity: { person: 'p', revert: 5 } })])
      expect(await name()).toBe('B')
      await store.append('s', [entry(8, { identity: { person: 'p', revert: 7 } })])
      expect(await name()).toBe('A')
    }),
  )

  keyContract(name, withStore)

  test(
    `${name}: [E12] [E13] an erasure is noted with its event, and its end takes words, name and keys at once`,
    withStore(async (store) => {
      await store.createSession(row('s'))
      const place = { session: 's', role: 'participant', kind: 'link', createdAt: 1 } as const
      const key = (id: string, person: string) => ({
        ...place,
        id,
        hash: id,
        person,
        device: null,
        usedAt: null,
      })
      const said = (seq: number, text: string): Entry => ({
        event: { ...entry(seq).event, command: { type: 'message', message: 'm', to: 'all', text } },
      })
      await store.append('s', [
        {
          ...said(1, 'mot'),
          identity: { person: 'p', set: named('P') },
          keys: [key('a', 'p'), key('b', 'q')],
        },
        entry(2, { identity: { person: 'q', set: named('Q') } }),
      ])
      await store.append('s', [entry(3, { erase: { person: 'p', signed: 'unsigned' } })])
      const pending = [{ session: 's', person: 'p', signed: 'unsigned' }]
      expect(await store.listErasures()).toEqual(pending)
      const { event } = said(1, '')
      await store.finishErasure('s', 'p', [{ seq: 1, command: event.command }])
      expect(await store.listErasures()).toEqual([])
      expect((await store.loadEvents('s', 0)).map((e) => e.command)).toEqual([
        event.command,
        entry(2).event.command,
        entry(3).event.command,
      ])
      expect([...(await store.loadIdentities('s')).keys()]).toEqual(['q'])
      expect([await store.findKey('a'), (await store.findKey('b'))?.id]).toEqual([undefined, 'b'])

      // Words also go with what makes them go, or alone.
      const first = said(1, 'un').event.command
      await store.append('s', [entry(4, { rewrites: [{ seq: 1, command: first }] })])
      expect((await store.loadEvents('s', 0))[0]?.command).toEqual(first)
      await store.rewrite('s', [{ seq: 1, command: event.command }])
      expect((await store.loadEvents('s', 0))[0]?.command).toEqual(event.command)
    }),
  )

  test(
    `${name}: [E11] of files that are named those go that nothing refers to, and no others`,
    withStore(async (store) => {
      await store.createSession(row('s'))
      await store.createSession(row('t'))
      for (const id of ['shown', 'gone', 'spared']) await store.addFile(fileOf(id, 7))
      await store.addFile({ ...fileOf('elsewhere', 1), session: 't' })
      const document = { session: 's', activity: 'b', name: 'page' }
      await store.appendUpdates(document, [Uint8Array.from(Buffer.from('…shown…'))])
      await store.appendUpdates({ ...document, activity: 'a' }, [bytes(1)])
      await store.dropFiles('s', ['shown', 'gone', 'elsewhere', 'never'])
      expect(await Promise.all(['shown', 'gone', 'spared'].map((id) => store.hasFile('s', id)))).toEqual([
        true,
        false,
        true,
      ])
      expect(await store.hasFile('t', 'elsewhere')).toBe(true)
      expect([await store.listActivities('s'), await store.listActivities('t')]).toEqual([['a', 'b'], []])
    }),
  )

  test(
    `${name}: [D8] a document keeps its updates in order, and a snapshot replaces those it holds only`,
    withStore(async (store) => {
      await store.createSession(row('s'))
      const document = { session: 's', activity: 'a', name: 'mur' }
      expect(await store.loadDocument(document)).toEqual({
        snapshot: null,
        updates: [],
        extent: { snapshots: 0, upTo: 0, entries: 0 },
      })
      const other = { ...document, name: 'autre' }
      await store.appendUpdates(document, [bytes(1), bytes(2, 3)])
      await store.appendUpdates(other, [bytes(9)])
      const { extent, updates } = await store.loadDocument(document)
      expect(updates.map((u) => [...u])).toEqual([[1], [2, 3]])
      const later = await store.appendUpdates(document, [bytes(4)])
      expect(later).toBeGreaterThan(extent.upTo)
      expect(await store.compactDocument(document, bytes(7, 7), extent)).toBe(true)
      const after = await store.loadDocument(document)
      expect([after.snapshot && [...after.snapshot], after.updates.map((u) => [...u])]).toEqual([
        [7, 7],
        [[4]],
      ])
      // Somebody else compacted it, or wrote into it, since its extent was read.
      expect(await store.compactDocument(document, bytes(8), extent)).toBe(false)
      for (const not of [
        { snapshots: 0, upTo: later, entries: 1 },
        { snapshots: 1, upTo: later, entries: 2 },
      ])
        expect(await store.compactDocument(document, bytes(8), not)).toBe(false)
      expect(await store.loadDocument(document)).toEqual(after)
      expect(after.extent).toEqual({ snapshots: 1, upTo: later, entries: 1 })
      expect(await store.compactDocument(document, bytes(8), after.extent)).toBe(true)
      expect(await store.listDocuments('s', 'a')).toEqual(['autre', 'mur'])
      expect(await store.listDocuments('s', 'b')).toEqual([])
      expect(await fault(store.appendUpdates({ ...document, session: 'x' }, [bytes(1)]))).toBe(
        'unknown-session',
      )
    }),
  )

  test(
    `${name}: a document that is forgotten is gone, and its neighbours stay`,
    withStore(async (store) => {
      await store.createSession(row('s'))
      const page = (title: string) => ({ session: 's', activity: 'a', name: title })
      for (const title of ['un', 'deux', 'trois']) await store.appendUpdates(page(title), [bytes(1)])
      const { extent } = await store.loadDocument(page('deux'))
      await store.compactDocument(page('deux'), bytes(2), extent)
      await store.forgetDocuments('s', 'a', ['un', 'deux', 'jamais'])
      expect(await store.listDocuments('s', 'a')).toEqual(['trois'])
      const gone = await store.loadDocument(page('deux'))
      expect([gone.snapshot, gone.updates]).toEqual([null, []])
      await store.appendUpdates(page('un'), [bytes(3)])
      expect((await store.loadDocument(page('un'))).updates.map((u) => [...u])).toEqual([[3]])
    }),
  )

  test(
    `${name}: a picture belongs to its session`,
    withStore(async (store) => {
      await store.createSession(row('s'))
      await store.createSession(row('t'))
      const file = fileOf('f', 7)
      await store.addFile(file)
      const found = await store.getFile('s', 'f')
      expect(found && { ...found, bytes: [...found.bytes] }).toEqual({ ...file, bytes: [1, 2] })
      expect(await store.getFile('t', 'f')).toBeUndefined()
      expect([await store.hasFile('s', 'f'), await store.hasFile('t', 'f')]).toEqual([true, false])
      expect(await store.weighFiles('s')).toEqual({ files: 1, bytes: 2 })
      expect(await store.weighFiles('t')).toEqual({ files: 0, bytes: 0 })
    }),
  )

  test(
    `${name}: [M55] forgets a picture to which nothing refers, after a time, and no other`,
    withStore(async (store) => {
      const genesis = { ...row('s').genesis, seed: 'shown-at-the-start' }
      await store.createSession({ ...row('s'), genesis })
      await store.createSession(row('t'))
      const document = { session: 's', activity: 'a', name: 'page' }
      const noted = new Y.Doc()
      addNote(noted, { id: 'n1', text: '', createdAt: 1, picture: 'on-a-note' })
      await store.appendUpdates(document, [bytes(9), Y.encodeStateAsUpdate(noted)])
      const kept = new Y.Doc()
      addNote(kept, { id: 'n2', text: '', createdAt: 1, picture: 'in-a-snapshot' })
      await store.compactDocument({ ...document, name: 'shelf' }, Y.encodeStateAsUpdate(kept), {
        snapshots: 0,
        upTo: 0,
        entries: 0,
      })
      await store.append('s', [
        { event: { ...entry(1).event, command: { type: 'retract', message: 'said-in-the-log' } } },
      ])
      const ids = ['unused', 'young', 'shown-at-the-start', 'on-a-note', 'in-a-snapshot', 'said-in-the-log']
      for (const id of ids) await store.addFile(fileOf(id, id === 'young' ? 100 : 99))
      await store.addFile({ ...fileOf('elsewhere', 1), session: 't' })
      expect(await store.sweepFiles('s', 100)).toBe(1)
      expect(await Promise.all(ids.map((id) => store.hasFile('s', id)))).toEqual(
        ids.map((id) => id !== 'unused'),
      )
      expect(await store.hasFile('t', 'elsewhere')).toBe(true)
      expect(await store.sweepFiles('s', 100)).toBe(0)
    }),
  )

  test(
    `${name}: it says that it works`,
    withStore(async (store) => {
      await expect(store.check()).resolves.toBeUndefined()
    }),
  )
}
