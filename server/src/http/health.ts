import { statfs } from 'node:fs/promises'
import type { Health } from '@escale/shared'
import type { Log } from '../observability/log.ts'
import type { Store } from '../store/store.ts'

/** Less free space than this is said: pictures of one session alone may take 300 MiB. */
const DISK_LOW_BYTES = 512 * 1024 * 1024
/** An answer is as good for whoever asks within this: each costs a commit, and anybody may ask. */
const FRESH_MS = 1_000

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

/** How the server is: can it store something now, and how much room is left? Asked often, it looks once a second. */
export function createHealthCheck(
  {
    store,
    folder,
    log,
  }: { readonly store: Pick<Store, 'check'>; readonly folder: string; readonly log: Log },
  lowBytes = DISK_LOW_BYTES,
): () => Promise<Health> {
  let last: { readonly at: number; readonly health: Promise<Health> } | undefined
  let wasLow = false

  const look = async (): Promise<Health> => {
    const [writable, free] = await Promise.all([
      store.check().then(
        () => true,
        () => false,
      ),
      freeBytes(folder),
    ])
    const isLow = free !== null && free < lowBytes
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
