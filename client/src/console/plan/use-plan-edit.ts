import type { Activity, Command } from '@escale/shared'
import { useMemo } from 'react'
import { v7 } from 'uuid'
import { useLive } from '../../stores/live-context.ts'
import { announce } from '../../ui/announce.ts'
import { nameOfCopy } from '../../ui/name-of-copy.ts'
import { useSayCopy } from '../../ui/use-say-copy.ts'
import { useDo } from '../live/feedback.ts'
import { titleOr } from '../live/moves.ts'
import { useConsole } from '../session.ts'
import { usePlanTexts } from '../texts/plan.ts'

type Patch = Extract<Command, { type: 'plan-edit' }>['patch']

/** The plan's gestures; each is one command, so that each can be undone. */
export function usePlanEdit() {
  const t = usePlanTexts()
  const run = useDo()
  const { send } = useLive()
  const plan = useConsole((c) => c.plan.workshop.plan)
  const sayCopy = useSayCopy()

  const titleOf = (activity: Activity) => titleOr(activity.title, t('untitled'))
  const moveAfter = async (id: string, after: string | null) => {
    const moved = plan.find((a) => a.id === id)
    if (moved === undefined || after === id) return
    const rest = plan.filter((a) => a.id !== id)
    const n = after === null ? 1 : rest.findIndex((a) => a.id === after) + 2
    if (plan[n - 1]?.id === id) return
    const done = await run({ type: 'plan-move', activity: id, after })
    if (done.ok) announce(t('moved', { title: titleOf(moved), n, count: plan.length }))
  }

  return {
    titleOf,
    moveAfter,
    /** One place up (−1) or down (1). */
    moveBy: (id: string, by: -1 | 1) => {
      const from = plan.findIndex((a) => a.id === id)
      const to = from + by
      if (from < 0 || to < 0 || to >= plan.length) return
      const rest = plan.filter((a) => a.id !== id)
      return moveAfter(id, rest[to - 1]?.id ?? null)
    },
    /** Adds after `after` (null: at the end) and gives the new id. */
    add: async (activity: Omit<Activity, 'id'>, after: string | null): Promise<string | undefined> => {
      const id = v7()
      const last = plan.at(-1)?.id ?? null
      const added = await run({ type: 'plan-add', activity: { ...activity, id }, after: after ?? last })
      return added.ok ? id : undefined
    },
    duplicate: async (id: string): Promise<string | undefined> => {
      const as = v7()
      const title = nameOfCopy(
        plan.find((a) => a.id === id)?.title ?? '',
        plan.map((a) => a.title),
        sayCopy,
      )
      const done = await run({ type: 'plan-duplicate', activity: id, as, title })
      return done.ok ? as : undefined
    },
    remove: (activity: Activity) =>
      run({ type: 'plan-remove', activity: activity.id }, t('removed', { title: titleOf(activity) })),
    edit: (id: string, patch: Patch) => run({ type: 'plan-edit', activity: id, patch }),
    /** Without a word: for drafts, which show their own state. */
    save: useMemo(
      () => (id: string, patch: Patch) => send({ type: 'plan-edit', activity: id, patch }),
      [send],
    ),
  }
}
