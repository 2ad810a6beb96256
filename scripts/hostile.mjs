/**
 * `npm run hostile`: every attack in its long form, each also with its planted fault (e2e/hostile/README.md). Words name
 * attacks; `--short` plays them as `npm test` does, with all planted faults by `--plants`.
 */
import { parseArgs } from 'node:util'
import { node, tool } from './child.mjs'

const usage = 'npm run hostile -- [--short [--plants]] [attack …]'

let given
try {
  given = parseArgs({
    options: { short: { type: 'boolean' }, plants: { type: 'boolean' } },
    allowPositionals: true,
  })
} catch (error) {
  console.error(`${error.message}\n${usage}`)
  process.exit(1)
}
const { code } = await node(
  tool('vitest/vitest.mjs'),
  ['run', '--project', 'hostile', '--reporter=verbose'],
  {
    show: true,
    env: {
      HOSTILE_FORM: given.values.short ? 'short' : 'long',
      HOSTILE_PLANTS: given.values.plants ? '1' : '',
      HOSTILE_ONLY: given.positionals.join(' '),
    },
  },
)
process.exit(code)
