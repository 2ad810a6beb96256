import { isPaused, pause, resume, startRun } from '../clock/run.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import type { Command } from './commands.ts'
import { kindOf, type LiveActivity, liveActivity } from './moment.ts'
import { type ActivityRun, findActivity, roster, type SessionState } from './state.ts'
import type { Occasion, Step } from './step.ts'

type FlowCommand = Extract<
  Command,
  {
    type:
      | 'go'
      | 'pause'
      | 'resume'
      | 'adjust'
      | 'adjust-phase'
      | 'end-phase'
      | 'restart'
      | 'finish'
      | 'reopen'
      | 'act'
  }
>

const withRun = (
  state: SessionState,
  id: string,
  change: (run: ActivityRun) => ActivityRun,
): SessionState => {
  const run = state.runs[id]
  return run === undefined ? state : { ...state, runs: { ...state.runs, [id]: change(run) } }
}

const pauseRun = (state: SessionState, id: string | null, at: number): SessionState =>
  id === null ? state : withRun(state, id, (r) => ({ ...r, run: pause(r.run, at) }))

const resumeRun = (state: SessionState, id: string | null, at: number): SessionState =>
  id === null ? state : withRun(state, id, (r) => ({ ...r, run: resume(r.run, at) }))

/** A fresh run of `id`, its kind's state new. */
function freshRun(state: SessionState, id: string, { kinds, at }: Occasion): Outcome<ActivityRun> {
  const activity = findActivity(state, id)
  const kind = activity && kindOf(kinds, activity.kind)
  if (activity === undefined) return refuse('unknown-activity')
  if (kind === undefined) return refuse('unknown-kind')
  const seed = `${state.seed}/${id}/${state.seq}`
  const setting = {
    definition: activity.definition,
    durationMs: activity.durationMs,
    seed,
    people: roster(state),
  }
  return accept({ run: startRun(at), seed, kindVersion: kind.version, state: kind.initial(setting) })
}

function go(state: SessionState, target: string | null, occasion: Occasion): Outcome<Step> {
  if (state.status === 'ended') return refuse('ended')
  if (target === state.current) return refuse('already')
  const inverse: Command = { type: 'go', activity: state.current }
  const left = pauseRun(state, state.current, occasion.at)
  if (target === null) return accept({ state: { ...left, current: null, status: 'lobby' }, inverse })
  if (findActivity(state, target) === undefined) return refuse('unknown-activity')
  const entered = { ...left, current: target, status: 'running' as const }
  if (Object.hasOwn(state.runs, target))
    return accept({ state: resumeRun(entered, target, occasion.at), inverse })
  const fresh = freshRun(state, target, occasion)
  return fresh.ok
    ? accept({ state: { ...entered, runs: { ...entered.runs, [target]: fresh.value } }, inverse })
    : fresh
}

/** The phase that a change of time touches: the running one, or the timed one that has just run out. */
function adjustment(live: LiveActivity, ms: number): { phase: string; ms: number } | undefined {
  const { location } = live.moment
  if (location.left !== null && (location.left > 0 || ms < 0))
    return { phase: location.phase.id, ms: Math.max(ms, -location.left) }
  const over = location.phase.ms === null ? live.phases[location.index - 1] : location.phase
  if (over === undefined || ms <= 0) return undefined
  const past = live.moment.elapsed - (location.phase.ms === null ? location.startsAt : (location.endsAt ?? 0))
  return { phase: over.id, ms: ms + past }
}

function adjust(state: SessionState, activity: string, phase: string, ms: number): Outcome<Step> {
  if (!Object.hasOwn(state.runs, activity)) return refuse('unknown-activity')
  const next = withRun(state, activity, (r) => ({
    ...r,
    run: { ...r.run, adjustments: [...r.run.adjustments, { phase, ms }] },
  }))
  return accept({ state: next, inverse: { type: 'adjust-phase', activity, phase, ms: -ms } })
}

function act(state: SessionState, id: string, action: unknown, occasion: Occasion): Outcome<Step> {
  const live = liveActivity(occasion.kinds, state, id, occasion.at)
  if (state.status === 'ended' && !live?.kind.isOwn(action)) return refuse('ended')
  if (live === undefined) return refuse(findActivity(state, id) ? 'not-now' : 'unknown-activity')
  if (occasion.actor === null) return refuse('not-allowed')
  const done = live.kind.reduce(live.state, action, { ...live.moment, actor: occasion.actor })
  if (!done.ok) return done
  const next = withRun(state, id, (r) => ({ ...r, state: done.value.state }))
  return accept(
    'inverse' in done.value
      ? { state: next, inverse: { type: 'act', activity: id, action: done.value.inverse } }
      : { state: next },
  )
}

export function reduceFlow(state: SessionState, command: FlowCommand, occasion: Occasion): Outcome<Step> {
  const { at } = occasion
  const live = liveActivity(occasion.kinds, state, state.current, at)
  switch (command.type) {
    case 'go':
      return go(state, command.activity, occasion)
    case 'act':
      return act(state, command.activity, command.action, occasion)
    case 'finish':
      if (state.status === 'ended') return refuse('already')
      return accept({
        state: { ...pauseRun(state, state.current, at), status: 'ended' },
        inverse: { type: 'reopen' },
      })
    case 'reopen': {
      if (state.status !== 'ended') return refuse('already')
      const status = state.current === null ? ('lobby' as const) : ('running' as const)
      return accept({
        state: { ...resumeRun(state, state.current, at), status },
        inverse: { type: 'finish' },
      })
    }
    case 'restart': {
      if (state.status === 'ended') return refuse('ended')
      const fresh = freshRun(state, command.activity, occasion)
      if (!fresh.ok) return fresh
      const run =
        command.activity === state.current ? fresh.value : { ...fresh.value, run: pause(fresh.value.run, at) }
      return accept({ state: { ...state, runs: { ...state.runs, [command.activity]: run } } })
    }
    case 'adjust-phase':
      return adjust(state, command.activity, command.phase, command.ms)
    default:
  }
  if (live === undefined || state.status !== 'running')
    return refuse(state.status === 'ended' ? 'ended' : 'not-now')
  switch (command.type) {
    case 'pause':
      return isPaused(live.run)
        ? refuse('already')
        : accept({ state: pauseRun(state, live.activity.id, at), inverse: { type: 'resume' } })
    case 'resume':
      return isPaused(live.run)
        ? accept({ state: resumeRun(state, live.activity.id, at), inverse: { type: 'pause' } })
        : refuse('already')
    case 'adjust':
    case 'end-phase': {
      const { left } = live.moment.location
      if (command.type === 'end-phase' && (left === null || left === 0)) return refuse('not-now')
      const change = adjustment(live, command.type === 'adjust' ? command.ms : -(left ?? 0))
      return change ? adjust(state, live.activity.id, change.phase, change.ms) : refuse('not-now')
    }
  }
}
