import { AS, type As, SYNC_PATH } from '@escale/shared'
import type { DocumentKey } from '../store/store.ts'

const PART = /^[A-Za-z0-9_-]{1,80}$/

/** `/sync/<as>/<session>/<activity>/<name>`, without a query. Undefined: not one of ours. */
export function parseSyncPath(url: string): { as: As; key: DocumentKey } | undefined {
  if (!url.startsWith(`${SYNC_PATH}/`)) return undefined
  const [given, session, activity, name, ...rest] = url.slice(SYNC_PATH.length + 1).split('/')
  const as = AS.find((a) => a === given)
  if (as === undefined || session === undefined || activity === undefined || name === undefined)
    return undefined
  if (rest.length > 0 || ![session, activity, name].every((part) => PART.test(part))) return undefined
  return { as, key: { session, activity, name } }
}
