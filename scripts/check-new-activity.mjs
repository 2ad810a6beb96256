/**
 * Does a kind that `npm run new:activity` writes pass what every kind must pass? Tried in a scratch copy of the tree, so that
 * the sources stay as they are.
 */
import { join } from 'node:path'
import { node } from './child.mjs'
import { scratchCopy } from './scratch-copy.mjs'

const SLUG = 'scratch-kind'
const copy = scratchCopy('new-activity')
const modules = join(copy, 'node_modules')
const inCopy = (path) => join(modules, path)
const STEPS = [
  ['the generator', join(copy, 'scripts/new-activity.mjs'), [SLUG]],
  [
    'format, lint',
    inCopy('@biomejs/biome/bin/biome'),
    [
      'check',
      '--error-on-warnings',
      '--vcs-enabled=false',
      ...['shared', 'client'].flatMap((side) => [
        `${side}/src/activities/${SLUG}`,
        `${side}/src/activities/registry.ts`,
      ]),
    ],
  ],
  ...['shared/tsconfig.json', 'shared/tsconfig.test.json', 'client/tsconfig.json'].map((config) => [
    `types, ${config}`,
    inCopy('typescript/bin/tsc'),
    ['--noEmit', '-p', config],
  ]),
  [
    'the contract of kinds',
    inCopy('vitest/vitest.mjs'),
    ['run', '--project', 'shared', 'shared/src/activities/kinds.test.ts', '-t', SLUG],
  ],
]

for (const [name, script, args] of STEPS) {
  const { code, output, seconds } = await node(script, args, { cwd: copy })
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(34)} ${seconds.toFixed(1)} s`)
  // A filter that finds no test passes too: the contract has at least fifteen rules.
  const isEmpty =
    name === 'the contract of kinds' && !(Number(/Tests.*?(\d+).{0,5} passed/.exec(output)?.[1]) >= 15)
  if (code === 0 && !isEmpty) continue
  console.error(output)
  process.exit(1)
}
