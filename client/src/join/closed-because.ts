import type { Goodbye } from '@escale/shared'
import type { ApiRefusal } from '../connection/api.ts'
import type { Closed } from './closed.ts'

/** The page that fits a refusal at the door; undefined: a word beside the form is enough. */
export function closedBecause(refusal: ApiRefusal): Closed | undefined {
  switch (refusal) {
    case 'unknown-session':
    case 'unknown-code':
      return 'unknown'
    case 'locked':
    case 'full':
    case 'removed':
    case 'deleted':
    case 'ended':
    case 'not-allowed':
    case 'unknown-address':
    case 'unreachable':
      return refusal
    default:
      return undefined
  }
}

/** The page that fits a connection that the server closed for good. */
export function closedAfter(bye: Goodbye): Closed {
  switch (bye) {
    case 'removed':
    case 'deleted':
    case 'erased':
    case 'revoked':
    case 'left':
    case 'version':
    case 'too-many':
    case 'not-allowed':
      return bye
    case 'unknown-session':
      return 'unknown'
    case 'restarting':
    case 'too-slow':
    case 'busy':
    case 'rate-limited':
      return 'unreachable'
  }
}
