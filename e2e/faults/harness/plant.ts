import { join } from 'node:path'
import type { ServerSettings } from '../../fixtures/server.ts'

type Plant =
  | 'dies-of-bad-json'
  | 'empty-for-damaged'
  | 'endless-patience'
  | 'forgets-catch-up'
  | 'forgets-the-time'
  | 'keeps-everybody'
  | 'late-commit'
  | 'never-gives-up'
  | 'repeats-commands'
  | 'slow-and-chatty'
  | 'swallows-errors'
  | 'synchronous-off'
  | 'throws-when-asked'

type Tool = 'clock-ahead' | 'fast-clock' | 'memory-probe'

/** A server with something changed in it: a file that Node loads before the program, in every thread. */
export function withPlant(
  plant: Plant | Tool | readonly (Plant | Tool)[],
  env: ServerSettings['env'] = {},
): Pick<ServerSettings, 'nodeArgs' | 'env'> {
  const names = typeof plant === 'string' ? [plant] : plant
  return {
    nodeArgs: [
      ...names.flatMap((name) => ['--require', join(import.meta.dirname, '..', 'plants', `${name}.cjs`)]),
      ...(names.includes('memory-probe') ? ['--expose-gc'] : []),
    ],
    ...(env === undefined ? {} : { env }),
  }
}
