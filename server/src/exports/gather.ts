import {
  type ActivityId,
  collectHarvest,
  type Harvest,
  type HarvestRequest,
  harvestedActivities,
  type SessionId,
} from '@escale/shared'
import * as Y from 'yjs'
import type { DocumentKey, Store } from '../store/store.ts'

type DocumentStore = Pick<Store, 'loadDocument' | 'listDocuments'>

/** A kind may find in one document which other it needs; none goes deeper than this. */
const PASSES_MAX = 8

async function load(store: DocumentStore, key: DocumentKey): Promise<Y.Doc> {
  const { snapshot, updates } = await store.loadDocument(key)
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of snapshot === null ? updates : [snapshot, ...updates]) Y.applyUpdate(doc, update)
  })
  return doc
}

/**
 * Collects a session's harvest from what is stored. Only documents that a kind asks for are opened: collecting is pure,
 * so it is done once to learn which, and again with them at hand. Private texts that belong to no harvest stay closed.
 */
export async function gatherHarvest(
  store: DocumentStore,
  session: SessionId,
  request: Omit<HarvestRequest, 'documents'>,
): Promise<Harvest> {
  const activities = harvestedActivities(request.state, request.activity)
  const listed = await Promise.all(
    activities.map(async (id) => [id, await store.listDocuments(session, id)] as const),
  )
  const names = new Map<ActivityId, readonly string[]>(listed)
  const held = new Map<string, Y.Doc>()
  for (let pass = 1; ; pass++) {
    const missing = new Map<string, DocumentKey>()
    const harvest = collectHarvest({
      ...request,
      documents: {
        names: (activity) => names.get(activity) ?? [],
        read: (activity, name) => {
          if (!names.get(activity)?.includes(name)) return undefined
          const place = `${activity}/${name}`
          if (!held.has(place)) missing.set(place, { session, activity, name })
          return held.get(place)
        },
      },
    })
    if (missing.size === 0 || pass === PASSES_MAX) return harvest
    for (const [place, key] of missing) held.set(place, await load(store, key))
  }
}
