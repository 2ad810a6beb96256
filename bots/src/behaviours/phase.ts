import { elapsed, locate, serverTimeOf } from '@escale/shared'
import type { Scene } from './scene.ts'

/** The id of the phase that this moment belongs to. */
export const phaseOf = (scene: Scene): string => {
  const { run, phases } = scene.now()
  return locate(phases, elapsed(run, scene.bot.now())).phase.id
}

/** Resolves when the phase fulfils `predicate`: by the clock, or by what facilitators decide. */
export async function untilPhase(scene: Scene, predicate: (phase: string) => boolean): Promise<void> {
  while (!predicate(phaseOf(scene))) {
    const { run, phases } = scene.now()
    const now = scene.bot.now()
    const { endsAt } = locate(phases, elapsed(run, now))
    const at = endsAt === null ? null : serverTimeOf(run, endsAt, now)
    const changed = scene.until((sight) => sight.activity?.run !== run || sight.activity?.phases !== phases)
    await (at === null ? changed : Promise.race([changed, scene.untilTime(at + 1)]))
  }
}
