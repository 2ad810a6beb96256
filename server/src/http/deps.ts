import type { Kinds } from '@escale/shared'
import type { Doorkeeper } from '../auth/doorkeeper.ts'
import type { RateLimits } from '../auth/rate-limits.ts'
import type { Tolls } from '../auth/tolls.ts'
import type { Config } from '../config.ts'
import type { Lane } from '../heavy/lane.ts'
import type { Disk } from '../observability/disk.ts'
import type { Log } from '../observability/log.ts'
import type { PictureShelf } from '../pictures/picture-shelf.ts'
import type { ServerClock } from '../realtime/clock.ts'
import type { LiveSessions } from '../realtime/live-sessions.ts'
import type { DeletedSessions } from '../retention/deleted-sessions.ts'
import type { Eraser } from '../retention/eraser.ts'
import type { Store } from '../store/store.ts'
import type { Documents } from '../sync/index.ts'
import type { Demonstrations } from './demonstrations.ts'

/** What the routes are made from. */
export interface HttpDeps {
  readonly config: Config
  readonly store: Store
  readonly sessions: LiveSessions
  readonly documents: Pick<Documents, 'read' | 'stored' | 'drop'>
  readonly deleted: DeletedSessions
  readonly eraser: Eraser
  readonly doorkeeper: Doorkeeper
  readonly limits: RateLimits
  readonly tolls: Tolls
  readonly clock: ServerClock
  readonly kinds: Kinds
  readonly pictures: PictureShelf
  /** Where the récolte and its files are made. */
  readonly exportLane: Lane
  readonly disk: Disk
  readonly log: Log
  /** Undefined when this server shows none. */
  readonly demos?: Demonstrations
}
