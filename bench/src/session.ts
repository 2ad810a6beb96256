/** The order of runs: servers alternate, and a run that a neighbour disturbed is void and repeated. */
import { now } from './measure/clock.ts'
import { spin } from './measure/spin.ts'
import { ImpossibleFigure } from './scenarios/latency.ts'
import type { Figures, RunOutcome, Scenario } from './scenarios/scenario.ts'
import { serverNamed } from './servers/registry.ts'

/** The reference spin may be this much slower than the best of the session. */
const SPIN_TOLERANCE = 1.25
/** Cores that others may use during a run. */
const NEIGHBOUR_CORES_MAX = 0.25
/** Where a neighbour stays, repeating does not help: later than this nothing is repeated. */
const REPEATS_WITHIN_MS = 10 * 60_000

export interface Run extends RunOutcome {
  readonly scenario: string
  readonly server: string
  readonly round: number
  /** Slower of the spins before and after, against the best of the session. */
  readonly spin: number
  /** Why it does not count; undefined: it does. */
  readonly void?: string
}

export interface SessionOptions {
  /** How often a run is tried until it counts. */
  readonly attempts: number
  readonly onRun: (run: Run) => void
}

/** Differences (« more ») may be less than nothing; everything else that is measured is a number from zero on. */
const isPossible = (name: string, value: number): boolean =>
  Number.isFinite(value) && (value >= 0 || name.includes('more'))

const FAILED: RunOutcome = { figures: {}, faults: [], neighbourCores: 0, load: 0 }

/** What shows that a run was not measured at all; undefined: nothing. */
export function impossible(figures: Figures, failure: unknown): string | undefined {
  if (failure instanceof ImpossibleFigure) return failure.message
  const [found] = Object.entries(figures).filter(([name, value]) => !isPossible(name, value))
  return found && `impossible: ${found[0]} ${found[1]}`
}

function whyVoid(spinRatio: number, { neighbourCores }: RunOutcome): string | undefined {
  if (spinRatio > SPIN_TOLERANCE) return `spin ${spinRatio.toFixed(2)} × the best`
  if (neighbourCores > NEIGHBOUR_CORES_MAX) return `others used ${neighbourCores.toFixed(2)} cores`
  return undefined
}

export class Session {
  readonly runs: Run[] = []
  readonly #options: SessionOptions
  readonly #began = now()
  #bestSpin = Number.POSITIVE_INFINITY

  constructor(options: SessionOptions) {
    this.#options = options
  }

  /** The quickest spin so far, ms. */
  get bestSpinMs(): number {
    return this.#bestSpin
  }

  async play(scenario: Scenario): Promise<void> {
    const { servers, rounds } = scenario
    for (let round = 0; round < rounds; round++)
      for (let i = 0; i < servers.length; i++) {
        // Another one begins each round.
        const server = servers[(i + round) % servers.length] ?? ''
        await this.#untilItCounts(scenario, server, round)
      }
  }

  async #untilItCounts(scenario: Scenario, server: string, round: number): Promise<void> {
    for (let attempt = 1; attempt <= this.#options.attempts; attempt++) {
      const run = await this.#once(scenario, server, round)
      this.runs.push(run)
      this.#options.onRun(run)
      if (run.void === undefined || now() - this.#began > REPEATS_WITHIN_MS) return
    }
  }

  #spin(): number {
    const ms = spin()
    this.#bestSpin = Math.min(this.#bestSpin, ms)
    return ms
  }

  async #once(scenario: Scenario, server: string, round: number): Promise<Run> {
    const before = this.#spin()
    let failure: unknown
    const outcome = await scenario.run(serverNamed(server)).catch((error: unknown): RunOutcome => {
      failure = error
      return { ...FAILED, faults: [error instanceof Error ? error.message : String(error)] }
    })
    const spinRatio = Math.max(before, this.#spin()) / this.#bestSpin
    const refused = impossible(outcome.figures, failure)
    const reason = refused ?? whyVoid(spinRatio, outcome)
    // Not even as the figures of a disturbed run.
    const figures = refused === undefined ? outcome.figures : {}
    const base = { ...outcome, figures, scenario: scenario.id, server, round, spin: spinRatio }
    return reason === undefined ? base : { ...base, void: reason }
  }
}
