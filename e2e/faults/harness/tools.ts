/** What a machine must have to break things on it. */
import { spawnSync } from 'node:child_process'

/**
 * Why a tool is missing here; undefined: it is there. Where everything was to be installed (`CI`), a missing tool is a
 * failure and not a reason to skip.
 * @throws Error
 */
export function whyMissing(tool: string): string | undefined {
  if (spawnSync(tool, ['--version']).error === undefined) return undefined
  if (process.env['CI']) throw new Error(`${tool} is not installed, and .ci/run should have done it`)
  return `${tool} is not installed`
}

/** Says aloud what is not shown on this machine; `npm test` repeats it at its end. */
export const saySkipped = (what: string, reason: string): void =>
  console.warn(`SKIPPED, not shown: ${what}. ${reason}.`)
