/**
 * `npm run faults`: what happens when things break (e2e/faults/README.md). Harder than in `npm test` by flags:
 * `--kills N`, `--frames N`, `--runs N`, `--people N`, `--flow BYTES_PER_SECOND`, `--seed TEXT`; other words name files.
 */
import { parseArgs } from 'node:util'
import { node, tool } from './child.mjs'

const NUMBERS = ['kills', 'frames', 'runs', 'people', 'flow']
const options = Object.fromEntries([...NUMBERS, 'seed'].map((name) => [name, { type: 'string' }]))
const usage = `npm run faults -- [${NUMBERS.map((n) => `--${n} N`).join('] [')}] [--seed TEXT] [file …]`

let given
try {
  given = parseArgs({ options, allowPositionals: true })
} catch (error) {
  console.error(`${error.message}\n${usage}`)
  process.exit(1)
}
const wrong = NUMBERS.filter((name) => !/^[1-9]\d{0,9}$/.test(given.values[name] ?? '1'))
if (wrong.length > 0) {
  console.error(`--${wrong[0]} wants a whole number, at least 1\n${usage}`)
  process.exit(1)
}
const env = Object.fromEntries(
  Object.entries(given.values).map(([name, value]) => [`FAULTS_${name.toUpperCase()}`, value]),
)
// Whoever asks for more waits longer.
if (Object.keys(env).length > 0) env.FAULTS_PATIENCE = '1'
const { code } = await node(
  tool('vitest/vitest.mjs'),
  ['run', '--project', 'faults', '--reporter=verbose', '--maxWorkers=2', ...given.positionals],
  { show: true, env },
)
process.exit(code)
