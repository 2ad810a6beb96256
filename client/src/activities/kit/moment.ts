/** Time for a kind's views: computed from the run and the server's time, never counted. */
import { elapsed, isPaused, type Location, locate } from '@escale/shared'
import { useEffect, useReducer } from 'react'
import { type ServerClock, useClock } from '../../connection/clock-context.ts'
import { type Timed, wakeAfter } from './wake.ts'

export interface MomentNow {
  /** Activity time, ms. */
  readonly elapsed: number
  readonly location: Location
  readonly paused: boolean
  /** False: the clock is being set again; show no number. */
  readonly sure: boolean
}

export interface MomentOptions {
  /** Renders exactly at the phases' instants (a word appears), also while the page is hidden. */
  readonly precise?: boolean
}

const serverMs = (clock: ServerClock): number => clock.read()?.ms ?? Date.now()

/** Runs `wake` whenever `delay()` ms have passed, again and again, and at each change of visibility. */
function useWakes(clock: ServerClock, delay: () => number | null, deps: readonly unknown[]): void {
  const [, wake] = useReducer((n: number) => n + 1, 0)
  const version = clock.version()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `delay` is made from `deps`, which the callers name
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const arm = () => {
      clearTimeout(timer)
      const ms = delay()
      if (ms === null) return
      timer = setTimeout(() => {
        wake()
        arm()
      }, ms)
    }
    const seen = () => {
      wake()
      arm()
    }
    arm()
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [clock, version, ...deps])
}

/** Where an activity stands now. Re-renders each second while visible; with `precise` also exactly at its instants. */
export function useMoment({ run, phases }: Timed, { precise = false }: MomentOptions = {}): MomentNow {
  const clock = useClock()
  useWakes(clock, () => wakeAfter({ run, phases }, serverMs(clock), { precise, visible: !document.hidden }), [
    run,
    phases,
    precise,
  ])
  const at = elapsed(run, serverMs(clock))
  return {
    elapsed: at,
    location: locate(phases, at),
    paused: isPaused(run),
    sure: clock.read()?.sure ?? false,
  }
}

/** Server time, ms, rendered each second while visible; null while it is not known. */
export function useServerNow(): number | null {
  const clock = useClock()
  useWakes(clock, () => (document.hidden ? null : 1_000 - (serverMs(clock) % 1_000) + 4), [])
  const reading = clock.read()
  return reading?.sure ? reading.ms : null
}
