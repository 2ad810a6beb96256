/**
 * Does a kind that `npm run new:activity` writes pass what every kind must pass? Tried in a scratch copy of the tree, so that
 * the sources stay as they are.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { node, ROOT } from './child.mjs'

const SLUG = 'scratch-kind'
const NOT_COPIED = new Set(['node_modules', '.git', 'dist', 'data', 'test-results'])
const copy = mkdtempSync(join(tmpdir(), 'escale-new-activity-'))
process.on('exit', () => rmSync(copy, { recursive: true, force: true }))

cpSync(ROOT, copy, { recursive: true, filter: (path) => !NOT_COPIED.has(basename(path)) })

// Links to the installed packages, but our own workspaces are the copy's: the new kind is only there.
const modules = join(copy, 'node_modules')
mkdirSync(join(modules, '@escale'), { recursive: true })
for (const name of readdirSync(join(ROOT, 'node_modules')))
  if (name !== '@escale' && name !== '.vite')
    symlinkSync(join(ROOT, 'node_modules', name), join(modules, name))
for (const workspace of readdirSync(join(ROOT, 'node_modules/@escale')))
  symlinkSync(join(copy, workspace), join(modules, '@escale', workspace))
for (const workspace of ['shared', 'client', 'server', 'bots', 'e2e'])
  try {
    symlinkSync(join(ROOT, workspace, 'node_modules'), join(copy, workspace, 'node_modules'))
  } catch {
    // A workspace without packages of its own.
  }

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
