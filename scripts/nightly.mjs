/**
 * `npm run nightly`: properties, fuzz and faults with seeds that nobody has drawn before. `npm test` draws the same ones each
 * time, so that a red run means a change; this one looks further. One number stands for all: it is printed first and last, and
 * `npm run nightly -- --seed NUMBER` draws the same again. `--only properties` or `--only faults` for one half.
 */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { node, tool } from './child.mjs'
import { UNIT_PROJECTS } from './steps.mjs'

const SEED_MAX = 2 ** 31 - 1
const HALVES = {
  properties: UNIT_PROJECTS,
  faults: ['faults'],
}

const { values } = parseArgs({ options: { seed: { type: 'string' }, only: { type: 'string' } } })
const seed = values.seed === undefined ? randomInt(SEED_MAX) : Number(values.seed)
const halves = values.only === undefined ? Object.keys(HALVES) : [values.only]
if (!Number.isInteger(seed) || seed < 0 || seed > SEED_MAX || halves.some((half) => !(half in HALVES))) {
  console.error('npm run nightly -- [--seed NUMBER] [--only properties|faults]')
  process.exit(1)
}

const env = {
  PROPERTY_SEED: String(seed),
  FUZZ_SEED: `nightly-${seed}`,
  FAULTS_SEED: `nightly-${seed}`,
}
const told = Object.entries(env).map(([name, value]) => `${name}=${value}`)
console.log(`seed ${seed} (${told.join(' ')})`)
const failed = []
for (const half of halves) {
  const args = ['run', ...HALVES[half].flatMap((project) => ['--project', project]), '--maxWorkers=2']
  const { code } = await node(tool('vitest/vitest.mjs'), args, { show: true, env })
  if (code !== 0) failed.push(half)
}
for (const half of failed) console.error(`failed: npm run nightly -- --only ${half} --seed ${seed}`)
console.log(`seed ${seed}: ${failed.length === 0 ? 'all is well' : `${failed.join(' and ')} failed`}`)
process.exit(failed.length === 0 ? 0 : 1)
