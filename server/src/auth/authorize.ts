/** The one place that says who may do what. HTTP, Socket.IO and documents all ask here. */
import {
  type Access,
  type Command,
  drives,
  mayCommand,
  type Refusal,
  type SessionId,
  type Viewer,
} from '@escale/shared'

/** A viewer whose role comes from the session's own row, and the key that was shown for it. */
export interface Seat extends Viewer {
  readonly session: SessionId
  /** The id of the key. */
  readonly key: string
}

/** Who is asking. */
export type Caller =
  | { readonly is: 'stranger' }
  | { readonly is: 'removed' }
  /** Somebody who waits for a seat: may see the door, and hear when it opens. */
  | { readonly is: 'outside'; readonly seat: Seat }
  | { readonly is: 'member'; readonly seat: Seat }
  /** Somebody who was given the récolte to read, and is in nothing else. */
  | { readonly is: 'reader' }
  /** The server itself. */
  | { readonly is: 'server' }

/** Who a route or an event is for. `reader`: whoever reads the récolte. `person`: members who are somebody, so not screens. */
export type Right = 'anyone' | 'reader' | 'member' | 'person' | 'driver' | 'facilitator'

export type Deed =
  | { readonly type: 'use'; readonly right: Right }
  | { readonly type: 'command'; readonly command: Command }
  /** To end a key of somebody, a screen (`id` null) included, or to make one for them. */
  | { readonly type: 'key'; readonly owner: Viewer }
  /** `granted` is what the activity's kind answers at this moment. */
  | { readonly type: 'document'; readonly wants: 'read' | 'write'; readonly granted: Access }

const has = (seat: Viewer, right: Right): boolean => {
  switch (right) {
    case 'anyone':
    case 'reader':
    case 'member':
      return true
    case 'person':
      return seat.id !== null
    case 'driver':
      return drives(seat.role)
    case 'facilitator':
      return seat.role === 'facilitator'
  }
}

/** Among those who drive, the facilitator looks after the others' keys; everybody after their own and the screens'. */
function mayEndKey(seat: Viewer, owner: Viewer): boolean {
  if (!drives(seat.role)) return false
  if (owner.id === null || owner.id === seat.id) return true
  return seat.role === 'facilitator' && owner.role === 'cofacilitator'
}

function isAllowed(seat: Viewer, deed: Deed): boolean {
  switch (deed.type) {
    case 'use':
      return has(seat, deed.right)
    case 'command':
      return mayCommand(seat, deed.command)
    case 'key':
      return mayEndKey(seat, deed.owner)
    case 'document':
      return deed.granted === 'write' || (deed.granted === 'read' && deed.wants === 'read')
  }
}

/** Why not; null when it is allowed. */
export function authorize(caller: Caller, deed: Deed): Refusal | null {
  const isPublic = deed.type === 'use' && deed.right === 'anyone'
  switch (caller.is) {
    case 'server':
      return null
    case 'stranger':
    case 'outside':
      return isPublic ? null : 'not-allowed'
    case 'removed':
      return isPublic ? null : 'removed'
    case 'reader':
      return isPublic || (deed.type === 'use' && deed.right === 'reader') ? null : 'not-allowed'
    case 'member':
      return isAllowed(caller.seat, deed) ? null : 'not-allowed'
  }
}
