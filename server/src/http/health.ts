import type { Health } from '@escale/shared'
import type { Disk } from '../observability/disk.ts'
import type { Log } from '../observability/log.ts'
import type { Store } from '../store/store.ts'

/** An answer is as good for whoever asks within this: each costs a commit, and anybody may ask. */
const FRESH_MS = 1_000

/** How the server is: can it store something now, and how much room is left? Asked often, it looks once a second. */
export function createHealthCheck({
  store,
  disk,
  log,
}: {
  readonly store: Pick<Store, 'check'>
  readonly disk: Disk
  readonly log: Log
}): () => Promise<Health> {
  let last: { readonly at: number; readonly health: Promise<Health> } | undefined
  let wasLow = false

  const look = async (): Promise<Health> => {
    const [writable, free, isLow] = await Promise.all([
      store.check().then(
        () => true,
        () => false,
      ),
      disk.freeBytes(),
      disk.isLow(),
    ])
    if (isLow && !wasLow) log.warn({ freeBytes: free }, 'the disk is nearly full')
    wasLow = isLow
    return { ok: writable, writable, disk: free === null ? 'unknown' : isLow ? 'low' : 'ok', freeBytes: free }
  }

  return () => {
    const now = performance.now()
    if (last === undefined || now - last.at >= FRESH_MS) last = { at: now, health: look() }
    return last.health
  }
}
