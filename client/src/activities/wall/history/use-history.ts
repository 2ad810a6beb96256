import {
  CHECKPOINTS_MAX,
  type Checkpoint,
  HISTORY,
  readHistory,
  type WallEdit,
  type WallView,
} from '@escale/shared/activities/wall'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { randomId } from '../../../connection/random-id.ts'
import { useDocument } from '../../../documents/index.ts'
import { type Acting, useAct } from '../../kit/use-act.ts'
import type { Stage } from '../../kit/views.ts'

/** So many of those that are made by themselves stay; older ones are forgotten. */
const AUTOMATIC_KEPT = 5

function createStore(doc: Y.Doc) {
  let now = readHistory(doc)
  return {
    now: () => now,
    subscribe(changed: () => void) {
      const read = () => {
        now = readHistory(doc)
        changed()
      }
      read()
      doc.on('update', read)
      return () => doc.off('update', read)
    },
  }
}

export interface History extends Pick<Acting<WallEdit>, 'busy' | 'refusal'> {
  /** The newest first. */
  readonly checkpoints: readonly Checkpoint[]
  readonly ready: boolean
  readonly keep: (title: string) => Promise<boolean>
  /** Resolves with the checkpoint that holds what was there before; null: it was refused. */
  readonly goBack: (id: string) => Promise<string | null>
  readonly forget: (id: string) => Promise<boolean>
}

/** The automatic ones that must go so that one more may come, the oldest first. Never the one that is gone back to. */
function tooMany(checkpoints: readonly Checkpoint[], target: string): readonly Checkpoint[] {
  const automatic = checkpoints.filter((one) => one.isAutomatic).reverse()
  const surplus = Math.max(automatic.length + 1 - AUTOMATIC_KEPT, checkpoints.length + 1 - CHECKPOINTS_MAX)
  return automatic.filter((one) => one.id !== target).slice(0, Math.max(0, surplus))
}

/** The checkpoints of a wall, for facilitators. */
export function useHistory({ activity, write }: Stage<WallView>): History {
  const { doc, ready } = useDocument(activity.id, HISTORY)
  const store = useMemo(() => createStore(doc), [doc])
  const checkpoints = useSyncExternalStore(store.subscribe, store.now)
  const { send, busy, refusal } = useAct<WallEdit>(write)
  const keep = useCallback((title: string) => send({ type: 'checkpoint', id: randomId(16), title }), [send])
  const forget = useCallback((id: string) => send({ type: 'forget', id }), [send])
  const goBack = useCallback(
    async (id: string) => {
      for (const old of tooMany(checkpoints, id)) await forget(old.id)
      const before = randomId(16)
      return (await send({ type: 'restore', id, before })) ? before : null
    },
    [send, forget, checkpoints],
  )
  return { checkpoints, ready, keep, goBack, forget, busy, refusal }
}
