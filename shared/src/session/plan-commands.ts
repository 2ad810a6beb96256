import { accept, type Outcome, refuse } from '../outcome.ts'
import { addActivity, editActivity, moveActivity, predecessor, removeActivity } from '../plan/edit.ts'
import type { Activity } from '../plan/workshop.ts'
import type { Command } from './commands.ts'
import { type Kinds, kindOf } from './moment.ts'
import { findActivity, type SessionState } from './state.ts'
import type { Occasion, Step } from './step.ts'

type PlanCommand = Extract<Command, { type: `plan-${string}` | 'settings' }>

const withPlan = (state: SessionState, plan: Activity[]): SessionState => ({
  ...state,
  workshop: { ...state.workshop, plan },
})

/** The activity with its definition in the kind's own normal form. */
function checked(kinds: Kinds, activity: Activity): Outcome<Activity> {
  const kind = kindOf(kinds, activity.kind)
  if (kind === undefined) return refuse('unknown-kind')
  const definition = kind.definition(activity.definition)
  return definition.ok ? accept({ ...activity, definition: definition.value }) : definition
}

/** The values that `patch` would overwrite; null where there was none yet. */
const before = <T extends object>(whole: T, patch: Partial<T>): Partial<T> =>
  Object.fromEntries(Object.keys(patch).map((key) => [key, whole[key as keyof T] ?? null])) as Partial<T>

const defined = <T extends object>(patch: T): T =>
  Object.fromEntries(Object.entries(patch).filter(([, v]) => v !== undefined)) as T

function add(
  state: SessionState,
  activity: Activity,
  after: string | null,
  { kinds }: Occasion,
): Outcome<Step> {
  const sound = checked(kinds, activity)
  const plan = sound.ok ? addActivity(state.workshop.plan, sound.value, after) : sound
  return plan.ok
    ? accept({ state: withPlan(state, plan.value), inverse: { type: 'plan-remove', activity: activity.id } })
    : plan
}

export function reducePlan(state: SessionState, command: PlanCommand, occasion: Occasion): Outcome<Step> {
  if (command.type === 'settings') {
    const patch = defined(command.patch) as Partial<SessionState['workshop']['settings']>
    const settings = { ...state.workshop.settings, ...patch }
    return accept({
      state: { ...state, workshop: { ...state.workshop, settings } },
      inverse: { type: 'settings', patch: before(state.workshop.settings, patch) },
    })
  }
  const { plan } = state.workshop
  if (command.type === 'plan-add') return add(state, command.activity, command.after, occasion)
  const activity = findActivity(state, command.activity)
  if (activity === undefined) return refuse('unknown-activity')
  switch (command.type) {
    case 'plan-duplicate':
      return add(
        state,
        { ...activity, id: command.as, title: command.title ?? activity.title },
        activity.id,
        occasion,
      )
    case 'plan-remove': {
      // The current one would leave everybody in front of nothing: go elsewhere first.
      if (state.current === activity.id) return refuse('not-now')
      const next = removeActivity(plan, activity.id)
      return next.ok
        ? accept({
            state: withPlan(state, next.value),
            inverse: { type: 'plan-add', activity, after: predecessor(plan, activity.id) },
          })
        : next
    }
    case 'plan-move': {
      const next = moveActivity(plan, activity.id, command.after)
      return next.ok
        ? accept({
            state: withPlan(state, next.value),
            inverse: { type: 'plan-move', activity: activity.id, after: predecessor(plan, activity.id) },
          })
        : next
    }
    case 'plan-edit': {
      const patch = defined(command.patch) as Partial<Activity>
      const sound = checked(occasion.kinds, { ...activity, ...patch })
      if (!sound.ok) return sound
      const normal = 'definition' in patch ? { ...patch, definition: sound.value.definition } : patch
      const next = editActivity(plan, activity.id, normal)
      return next.ok
        ? accept({
            state: withPlan(state, next.value),
            inverse: { type: 'plan-edit', activity: activity.id, patch: before(activity, patch) },
          })
        : next
    }
  }
}
