/** What the pages of closed doors are told. */

/** Why one is not inside. */
export type Closed =
  | 'unknown'
  | 'locked'
  | 'full'
  | 'removed'
  | 'deleted'
  | 'erased'
  | 'revoked'
  | 'left'
  | 'ended'
  | 'unknown-address'
  | 'unreachable'
  | 'version'
  | 'too-many'
  | 'refused'
  | 'not-allowed'

export interface ClosedPageProps {
  readonly why: Closed
  /** Whose door it is, where it may open by itself. */
  readonly session?: string
  /** The session's title, where it is known. */
  readonly title?: string
  /** Looks again; a page reload when absent. */
  readonly onRetry?: () => void
  /** Where the récolte can be read, if it may. */
  readonly harvest?: string | undefined
}
