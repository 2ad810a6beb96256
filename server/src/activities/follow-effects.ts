import type { ActivityId, KindId, SessionState } from '@escale/shared'
import { findActivity } from '@escale/shared'
import type { Log } from '../observability/log.ts'
import type { SessionHost } from '../realtime/session-host.ts'
import type { Documents } from '../sync/index.ts'
import type { ActivityEffects } from './kit/effects.ts'

export interface EffectsDeps {
  readonly documents: Documents
  readonly effects: Readonly<Partial<Record<KindId, ActivityEffects>>>
  readonly log: Log
}

const hasChanged = (id: ActivityId, now: SessionState, before: SessionState): boolean =>
  now.runs[id]?.state !== before.runs[id]?.state ||
  findActivity(now, id)?.definition !== findActivity(before, id)?.definition

/** Lets the kinds of a loaded session do what they do on the server, one thing at a time. */
export function followEffects(host: SessionHost, { documents, effects, log }: EffectsDeps): void {
  let last: Promise<void> = Promise.resolve()

  const settle = async (id: ActivityId): Promise<void> => {
    const { state } = host
    const activity = findActivity(state, id)
    const run = state.runs[id]
    const found = activity && effects[activity.kind as KindId]
    if (activity === undefined || run === undefined || found === undefined) return
    await found.settle({
      session: host.id,
      definition: activity.definition,
      state: run.state,
      documents: {
        names: () => documents.names(host.id, id),
        read: (name) => documents.read(host.id, id, name),
        write: (name, change) =>
          documents.write({ session: host.id, activity: id }, [name], (doc) => change(doc(name))),
      },
    })
  }
  const settleAll = (ids: readonly ActivityId[]): void => {
    for (const id of ids)
      last = last
        .then(() => settle(id))
        .catch((error: unknown) => log.error({ err: error }, 'an effect of an activity failed'))
  }

  settleAll(Object.keys(host.state.runs))
  host.onCommit((_entries, before) =>
    settleAll(Object.keys(host.state.runs).filter((id) => hasChanged(id, host.state, before))),
  )
}
