import { elapsed, isPaused, locate } from '@escale/shared'
import { useClock } from '../../connection/clock-context.ts'
import { useConsole } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import { useDo } from './feedback.ts'
import { nextMove, previousMove, titleOr } from './moves.ts'
import { showChange } from './undo-label.ts'
import { useUndo } from './use-undo.ts'

const MINUTE = 60_000

/** Everything a facilitator can do to the flow, with what is possible now. The same for buttons and keys. */
export function useMoves() {
  const t = useLiveTexts()
  const run = useDo()
  const clock = useClock()
  const plan = useConsole((c) => c.plan)
  const status = useConsole((c) => c.session.status)
  const isLocked = useConsole((c) => c.session.locked)
  const activity = useConsole((c) => c.activity)
  const undo = useUndo()

  const isRunning = status === 'running' && activity !== null
  const isHeld = activity !== null && isPaused(activity.run)
  const next = nextMove(plan, status)
  const previous = status === 'running' ? previousMove(plan) : undefined
  const untitled = t('untitled')

  /** Whether a timed phase is running now: asked at the moment of the gesture, since time goes on between renders. */
  const canEndPhase = (): boolean => {
    if (!isRunning) return false
    const now = clock.read()?.ms ?? Date.now()
    const { left } = locate(activity.phases, elapsed(activity.run, now))
    return left !== null && left > 0
  }

  return {
    status,
    isRunning,
    isHeld,
    isLocked,
    next,
    previous,
    undo,
    canEndPhase,
    go: (id: string, title: string) =>
      run({ type: 'go', activity: id }, t('feedback.go', { title: titleOr(title, untitled) })),
    goNext: () =>
      next.type === 'go'
        ? run(
            { type: 'go', activity: next.activity.id },
            t('feedback.go', { title: titleOr(next.activity.title, untitled) }),
          )
        : undefined,
    goBack: () =>
      previous
        ? run(
            { type: 'go', activity: previous.id },
            t('feedback.go', { title: titleOr(previous.title, untitled) }),
          )
        : undefined,
    toLobby: () => run({ type: 'go', activity: null }, t('feedback.lobby')),
    togglePause: () =>
      isRunning
        ? isHeld
          ? run({ type: 'resume' }, t('feedback.resume'))
          : run({ type: 'pause' }, t('feedback.pause'))
        : undefined,
    adjust: (minutes: number) =>
      isRunning
        ? run(
            { type: 'adjust', ms: minutes * MINUTE },
            t('feedback.adjust', { change: showChange(minutes * MINUTE) }),
          )
        : undefined,
    endPhase: () => (isRunning ? run({ type: 'end-phase' }, t('feedback.endPhase')) : undefined),
    toggleDoor: () =>
      run({ type: 'door', locked: !isLocked }, t(isLocked ? 'feedback.unlocked' : 'feedback.locked')),
    restart: () =>
      activity ? run({ type: 'restart', activity: activity.id }, t('feedback.restart')) : undefined,
    finish: () => run({ type: 'finish' }, t('feedback.finish')),
    reopen: () => run({ type: 'reopen' }, t('feedback.reopen')),
  }
}

export type Moves = ReturnType<typeof useMoves>
