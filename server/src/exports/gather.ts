import {
  type ActivityId,
  collectHarvest,
  type Harvest,
  type HarvestRequest,
  harvestedActivities,
} from '@escale/shared'
import * as Y from 'yjs'
import type { StoredDocument } from '../store/store.ts'
import { applyAll } from '../sync/updates.ts'

/** Where what people wrote in one session is read from. */
export interface HarvestSource {
  /** The names of an activity's documents that hold something. */
  readonly names: (activity: ActivityId) => Promise<readonly string[]>
  /** null: what is stored of it is damaged. */
  readonly load: (activity: ActivityId, name: string) => Promise<StoredDocument | null>
}

/** A kind may find in one document which other it needs; none goes deeper than this. */
const PASSES_MAX = 8

/** null: it cannot be read. One document that is damaged does not take all the others with it. */
async function load(source: HarvestSource, activity: ActivityId, name: string): Promise<Y.Doc | null> {
  const stored = await source.load(activity, name)
  if (stored === null) return null
  const { snapshot, updates } = stored
  const doc = new Y.Doc()
  try {
    applyAll(doc, snapshot === null ? updates : [snapshot, ...updates])
    return doc
  } catch {
    return null
  }
}

/**
 * Collects a session's harvest from what is stored. Only documents that a kind asks for are opened: collecting is pure,
 * so it is done once to learn which, and again with them at hand. Private texts that belong to no harvest stay closed.
 */
export async function gatherHarvest(
  source: HarvestSource,
  request: Omit<HarvestRequest, 'documents'>,
): Promise<Harvest> {
  const activities = harvestedActivities(request.state, request.activity)
  const listed = await Promise.all(activities.map(async (id) => [id, await source.names(id)] as const))
  const names = new Map<ActivityId, readonly string[]>(listed)
  const held = new Map<string, Y.Doc | null>()
  for (let pass = 1; ; pass++) {
    const missing = new Map<string, readonly [activity: ActivityId, name: string]>()
    const harvest = collectHarvest({
      ...request,
      documents: {
        names: (activity) => names.get(activity) ?? [],
        read: (activity, name) => {
          if (!names.get(activity)?.includes(name)) return undefined
          const place = `${activity}/${name}`
          if (!held.has(place)) missing.set(place, [activity, name])
          return held.get(place) ?? undefined
        },
        isUnreadable: (activity, name) => held.get(`${activity}/${name}`) === null,
      },
    })
    if (missing.size === 0 || pass === PASSES_MAX) return harvest
    for (const [place, [activity, name]] of missing) held.set(place, await load(source, activity, name))
  }
}
