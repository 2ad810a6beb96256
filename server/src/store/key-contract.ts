import type { Workshop } from '@escale/shared'
import { expect, test } from 'vitest'
import { type KeyRow, type SessionRow, type Store, StoreError } from './store.ts'

const WORKSHOP: Workshop = {
  settings: {
    title: 'Atelier « œuvre »',
    language: 'fr',
    identity: ['named'],
    askOrganisation: false,
    askTerritory: false,
    visio: { plenary: '', groups: { mode: 'none' } },
    capacity: 10,
    startsAt: null,
    harvestShared: true,
  },
  plan: [],
}

export const row = (id: string, code = id): SessionRow => ({
  id,
  code,
  genesis: { createdAt: 1, seed: 'graine', workshop: WORKSHOP },
  endedAt: null,
})

export const fault = async (promise: Promise<unknown>): Promise<string> => {
  const error = await promise.then(
    () => undefined,
    (e: unknown) => e,
  )
  if (!(error instanceof StoreError)) throw new Error(`expected a StoreError, got ${String(error)}`)
  return error.fault
}

/** A participant's cookie, with an id after its hash. */
export const aKey = (hash: string, other: Partial<KeyRow> = {}): KeyRow => ({
  id: `id-${hash}`,
  hash,
  session: 's',
  person: 'p',
  role: 'participant',
  kind: 'cookie',
  createdAt: 1,
  device: { kind: 'phone', browser: 'firefox' },
  usedAt: null,
  ...other,
})

/** The part of the contract that is about keys. */
export function keyContract(
  name: string,
  withStore: (run: (store: Store) => Promise<void>) => () => Promise<void>,
): void {
  test(
    `${name}: keys are found by hash until they are revoked, and only those meant are revoked`,
    withStore(async (store) => {
      await store.createSession(row('s'))
      const [link, cookie] = [aKey('a', { kind: 'link' }), aKey('b')]
      const screen = aKey('c', { person: null, role: 'screen', kind: 'link' })
      await store.changeKeys('s', { add: [link, cookie, screen] })
      expect(await store.changeKeys('s', { end: [{ person: 'p', kind: 'link' }] })).toEqual([link.id])
      expect(await store.findKey('a')).toBeUndefined()
      expect(await store.findKey('b')).toEqual(cookie)
      expect(await store.changeKeys('s', { end: [{ role: 'screen' }] })).toEqual([screen.id])
      expect(await fault(store.changeKeys('t', { end: [{}] }))).toBe('unknown-session')
      await store.createSession(row('t'))
      expect(await store.changeKeys('t', { end: [{}] })).toEqual([])
      expect(await store.changeKeys('t', { move: [{ from: 'b', to: 'z' }] })).toEqual([])
      expect(await store.findKey('b')).toEqual(cookie)
    }),
  )

  test(
    `${name}: [A3] keys change together, and only while the key that asks is held`,
    withStore(async (store) => {
      await store.createSession(row('s'))
      const [mine, theirs, fresh] = [aKey('mine'), aKey('theirs'), aKey('fresh', { kind: 'link' })]
      await store.changeKeys('s', { add: [mine, theirs] })
      const ended = await store.changeKeys('s', {
        by: mine.id,
        end: [{ person: 'p', except: mine.id }],
        move: [{ from: 'mine', to: 'moved' }],
        add: [fresh],
      })
      expect(ended).toEqual([theirs.id])
      expect((await store.listKeys('s', { person: 'p' })).map((k) => k.hash).toSorted()).toEqual([
        'fresh',
        'moved',
      ])
      // Whoever was shut out hands out no link any more, and shuts nobody out.
      const late = { by: theirs.id, end: [{ person: 'p' }], add: [aKey('late', { kind: 'link' })] }
      expect(await fault(store.changeKeys('s', late))).toBe('key-gone')
      expect(await store.findKey('late')).toBeUndefined()
      expect((await store.listKeys('s', {})).length).toBe(2)
      // A place is taken again: the key that was there ends.
      const again = { ...aKey('moved'), id: 'again' }
      expect(await store.changeKeys('s', { add: [again] })).toEqual([mine.id])
      expect(await store.changeKeys('s', { move: [{ from: 'fresh', to: 'moved' }] })).toEqual([fresh.id])
      expect(await store.listKeys('s', {})).toEqual([again])
      await store.touchKeys(['again', 'unknown'], 7)
      expect(await store.findKey('moved')).toEqual({ ...again, usedAt: 7 })
    }),
  )

  test(
    `${name}: [A5] the keys of somebody end with the event that removes them, or not at all`,
    withStore(async (store) => {
      await store.createSession(row('s'))
      const [link, cookie, other] = [aKey('a', { kind: 'link' }), aKey('b'), aKey('c', { person: 'q' })]
      await store.changeKeys('s', { add: [link, cookie, other] })
      const removal = (seq: number) => ({
        event: {
          seq,
          at: seq,
          actor: null,
          commandId: null,
          command: { type: 'remove', person: 'p' } as const,
        },
        endKeysOf: ['p'],
      })
      expect(await fault(store.append('s', [removal(2)]))).toBe('wrong-seq')
      expect(await store.listKeys('s', {})).toHaveLength(3)
      await store.append('s', [removal(1)])
      expect(await store.listKeys('s', {})).toEqual([other])
    }),
  )
}
