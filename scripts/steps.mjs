/** The steps of `npm run check`, in the order in which they are cheapest to fail. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { node, ROOT, tool } from './child.mjs'

export const REPORTS = join(ROOT, 'node_modules', '.cache', 'reports')
const script = (name) => (options) => node(join(ROOT, 'scripts', name), [], options)
const bin = (path, args) => (options) => node(tool(path), args, options)

const vitest = (projects, file, ...more) =>
  bin('vitest/vitest.mjs', [
    'run',
    ...projects.map((project) => `--project=${project}`),
    ...more,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(REPORTS, file)}`,
  ])

/** Reads a reporter's JSON; undefined when it was never written. */
export const report = (name) => {
  try {
    return JSON.parse(readFileSync(join(REPORTS, name), 'utf8'))
  } catch {
    return undefined
  }
}

/** By name: two that are excluded exclude nothing, since each of them lets the other in. */
export const UNIT_PROJECTS = ['shared', 'server', 'bots', 'bench', 'client-pure', 'client']

export const STEPS = [
  { name: 'format, lint', run: bin('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']) },
  { name: 'import graph', run: script('check-graph.mjs') },
  { name: 'purity rule', run: script('check-purity.mjs') },
  { name: 'expressions', run: script('check-regexps.mjs') },
  { name: 'types', run: script('check-types.mjs') },
  { name: 'dead code', run: bin('knip/bin/knip.js', []) },
  { name: 'documents', run: script('check-docs.mjs') },
  { name: 'tests can fail', run: script('check-tests.mjs') },
  { name: 'lockfile', run: script('check-lock.mjs') },
  {
    name: 'unit tests',
    alone: true,
    report: 'vitest.json',
    run: vitest(UNIT_PROJECTS, 'vitest.json'),
  },
  { name: 'a new kind', run: script('check-new-activity.mjs') },
  { name: 'build client', run: bin('vite/bin/vite.js', ['build']) },
  { name: 'build server', run: bin('vite/bin/vite.js', ['build', '--ssr']) },
]

/** These watch memory and long silences for half a minute each: `npm run faults` only. */
const SLOW_FAULTS = ['half-open', 'leaks', 'stalled-readers']
/** On the built server, and alone: they break things, and take the time. Too long for every change, so only `npm test` has it. */
export const FAULTS = {
  name: 'faults',
  alone: true,
  report: 'faults.json',
  run: vitest(
    ['faults'],
    'faults.json',
    '--maxWorkers=2',
    ...SLOW_FAULTS.map((name) => `--exclude=**/${name}.test.ts`),
  ),
}

/** Attacks on the built server, in their short form (e2e/hostile/README.md). Alone: what bystanders see is measured. */
export const HOSTILE = {
  name: 'hostile',
  alone: true,
  report: 'hostile.json',
  run: vitest(['hostile'], 'hostile.json'),
}

/** The visio with sixty people and three real pages: every step comes to its end, and nobody meets trouble (bench/README.md). */
export const VISIO = {
  name: 'visio with sixty',
  alone: true,
  run: (options) => node('--import', ['tsx', join(ROOT, 'bench/src/visio/main.ts'), '--short'], options),
}

/** Plays steps two at a time, those that are `alone` (they use every core) by themselves. Yields each when it has ended. */
export async function* played(steps) {
  const running = new Map()
  const ended = async () => {
    const result = await Promise.race(running.values())
    running.delete(result.step)
    return result
  }
  for (const step of steps) {
    const isAlone = step.alone || [...running.keys()].some(({ alone }) => alone)
    while (running.size > (isAlone ? 0 : 1)) yield await ended()
    running.set(
      step,
      step.run({}).then((result) => ({ step, ...result })),
    )
  }
  while (running.size > 0) yield await ended()
}

export function clearReports() {
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
}

/** Characters of what went wrong that a line can hold: « deep equality » alone tells nobody what was not equal. */
const GIST_LENGTH = 600
/** What went wrong, in one line and without colours: the message, not the places in the code. */
const gist = (message = '') =>
  stripVTControlCharacters(message)
    .split(/\n\s+at /, 1)[0]
    .replaceAll(/\s+/g, ' ')
    .slice(0, GIST_LENGTH)

/**
 * What a step's tests counted, with the names of those that were skipped, and of those that failed with why; a file that
 * could not be loaded counts as one failed.
 */
export function testSums(step) {
  if (step.report === undefined) return { passed: 0, failed: 0, skipped: [], failures: [] }
  const sums = report(step.report)
  if (sums === undefined) return { passed: 0, failed: 1, skipped: [], failures: [] }
  const tests = sums.testResults.flatMap((file) =>
    file.assertionResults.map(({ status, fullName, failureMessages }) => ({
      status,
      name: `${relative(ROOT, file.name)}: ${fullName}`,
      why: gist(failureMessages?.[0]),
    })),
  )
  const unloaded = sums.testResults
    .filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
    .map((file) => `${relative(ROOT, file.name)}: ${gist(file.message)}`)
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed')
  const failed = tests.filter(({ status }) => status === 'failed')
  return {
    passed: sums.numPassedTests,
    failed: sums.numFailedTests + unloaded.length,
    skipped: skipped.map(({ name }) => name),
    failures: [...failed.map(({ name, why }) => `${name}: ${why}`), ...unloaded],
  }
}

/** Why tests of a step were skipped, as they say themselves. */
export const reasonsIn = (output) => [...new Set(output.match(/SKIPPED[^\n]*/g) ?? [])]

const specsIn = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsIn)]

/** What the browser journeys counted. */
export function journeySums() {
  const { stats, suites = [] } = report('playwright.json') ?? {}
  if (stats === undefined) return { passed: 0, failed: 1, skipped: [], failures: [] }
  const skipped = Array.from({ length: stats.skipped }, () => 'a journey')
  const failures = suites
    .flatMap(specsIn)
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => `${file}: ${title}: ${gist(tests[0]?.results.at(-1)?.error?.message)}`)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped, failures }
}

export const row = (name, seconds, ok) =>
  `${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(18)} ${seconds.toFixed(1).padStart(7)} s`
