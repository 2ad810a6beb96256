/**
 * `npm run mutate`: does anybody notice when a guard is lost? Changes the sources of a folder, one small thing at a time, in a
 * scratch copy, and runs the tests that reach it. What no test notices is listed; docs/mutants.json says why some may stay
 * (docs/adr/0020). Never part of `npm test`: it takes minutes to hours.
 *
 *   npm run mutate -- [folder or file …]   default: all guards; what was noticed before is not tried again
 *     --since REV       only lines that changed since then
 *     --list-survivors  what is known to survive, without running anything
 *     --fresh           forgets what was found before
 *     --near            asks no test what it reaches: only those in the same folder and the one above are tried
 *     --minutes N       stops after that long; the next run goes on from there
 *     --one-in N        only every Nth mutant, always the same ones: a sample of what would take too long whole
 *     --jobs N          copies at work side by side (default 2)
 */

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from './child.mjs'
import { House } from './mutate/house.mjs'
import { mutantsOf, mutated, probed } from './mutate/mutants.mjs'
import { nearestFirst } from './mutate/nearest.mjs'

/** Where guards are. */
const SCOPE = [
  'shared/src/clock',
  'shared/src/session',
  'shared/src/groups',
  'shared/src/activities/wall/voting',
  'server/src/auth',
  'server/src/http',
  'server/src/realtime',
  'server/src/sync',
  'server/src/store',
  'server/src/exports',
  'server/src/activities',
  'client/src/connection',
  'client/src/documents',
  'client/src/activities/wall/undo',
]
const NOT_SOURCES =
  /\.(?:test|testkit)\.tsx?$|\/(?:testkit|reference|themes)\/|\/(?:contract|arbitraries|harvest-samples)\.ts$|\.d\.ts$/
/** Tests that reach a mutant, nearest first, are tried up to this many. */
const TESTS_TRIED = 8
const CACHE = join(ROOT, '.cache/mutate')
const REASONS = join(ROOT, 'docs/mutants.json')
const REACH_PATIENCE_MS = 900_000

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    since: { type: 'string' },
    'list-survivors': { type: 'boolean' },
    fresh: { type: 'boolean' },
    near: { type: 'boolean' },
    minutes: { type: 'string' },
    'one-in': { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
  },
})
const deadline =
  asked.minutes === undefined ? Number.POSITIVE_INFINITY : Date.now() + Number(asked.minutes) * 60_000

const textOf = (file) => readFileSync(join(ROOT, file), 'utf8')
const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16)
const filesIn = (place) =>
  statSync(join(ROOT, place)).isDirectory()
    ? readdirSync(join(ROOT, place), { recursive: true }).map((name) => join(place, name))
    : [place]
const places = positionals.length > 0 ? positionals.map((p) => relative(ROOT, resolve(p))) : SCOPE
const sources = [...new Set(places.flatMap(filesIn))]
  .filter((f) => /\.tsx?$/.test(f) && !NOT_SOURCES.test(`/${f}`))
  .sort()

// What is known of each source, in a file of its own.
const noteOf = (file) => join(CACHE, `${file.replaceAll('/', '__')}.json`)
const recall = (file) =>
  existsSync(noteOf(file)) ? JSON.parse(readFileSync(noteOf(file), 'utf8')) : undefined
const keep = (file, note) => {
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(noteOf(file), JSON.stringify(note))
}

/** A mutant by what it does to which line, so that it stays the same when others move. */
const nameOf = (source, m) => {
  const line = source.split('\n')[m.line - 1].trim()
  return `${line} ⟶ ${m.kind}: ${source.slice(m.start, m.end).replaceAll(/\s+/g, ' ')} → ${m.text.replaceAll(/\s+/g, ' ')}`
}
/** The second of its name on a line says so. */
function named(source, mutants) {
  const times = new Map()
  return mutants.map((mutant) => {
    const name = nameOf(source, mutant)
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return { ...mutant, name: time === 1 ? name : `${name} (${time})` }
  })
}
const reasons = existsSync(REASONS) ? JSON.parse(readFileSync(REASONS, 'utf8')) : {}
const reasonFor = (file, name) => reasons[file]?.[name]

/** By what it does, not by its place: the sample stays the same when others are added. */
const isInSample = (file, { name }) =>
  Number.parseInt(hash(file + name).slice(0, 8), 16) % Number(asked['one-in']) === 0

const changedLines = (file) => {
  const diff = execFileSync('git', ['diff', '--unified=0', asked.since, '--', file], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  const lines = new Set()
  for (const [, from, count] of diff.matchAll(/^@@ \S+ \+(\d+)(?:,(\d+))?/gm))
    for (let i = 0; i < Number(count ?? 1); i++) lines.add(Number(from) + i)
  return lines
}

function targetsOf(file) {
  const source = textOf(file)
  const note = asked.fresh ? undefined : recall(file)
  const known = note?.source === hash(source) ? note.results : {}
  const lines = asked.since === undefined ? undefined : changedLines(file)
  const mutants = named(source, mutantsOf(file, source))
  return {
    file,
    source,
    known,
    mutants,
    wanted: mutants.filter((m) => (lines === undefined || lines.has(m.line)) && isInSample(file, m)),
  }
}

const stillNoticed = (result) => {
  if (result === undefined) return false
  if (result.by)
    return (
      existsSync(join(ROOT, result.by)) && (result.hash === hash(textOf(result.by)) || result.hash === 'late')
    )
  return false
}
/** A survivor is tried again when a test that could notice it was written or changed. */
const stillSurvives = (result, tests) =>
  result?.tried !== undefined && tests.every((test) => result.tried[test] === hash(textOf(test)))

const projectOf = (file) => (file.startsWith('client/') ? ['client-pure', 'client'] : [file.split('/')[0]])
const testsOf = (project) => {
  const workspace = project.split('-')[0]
  const ending = { client: /\.test\.tsx$/, 'client-pure': /\.test\.ts$/ }[project] ?? /\.test\.ts$/
  return readdirSync(join(ROOT, workspace, 'src'), { recursive: true })
    .map((name) => join(workspace, 'src', name))
    .filter((name) => ending.test(name))
}

/** Which tests pass which mutants: asked of the tests themselves, with probes, and remembered. */
async function reachOf(project, targets) {
  const path = join(CACHE, `reach-${project}.json`)
  const known = !asked.fresh && existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  const tests = testsOf(project)
  const isKnown = (test) => {
    const entry = known[test]
    if (entry?.hash !== hash(textOf(test))) return false
    return targets.every(({ file, source }) => entry.of[file] === hash(source))
  }
  const asking = asked.near ? [] : tests.filter((test) => !isKnown(test))
  if (asking.length > 0) {
    console.log(`asking ${asking.length} tests of ${project} what they reach…`)
    const house = new House(project, {})
    for (const { file, source, mutants } of targets)
      house.write(
        file,
        probed(source, mutants, (index) => `${file}#${index}`),
      )
    const { seconds } = await house.run(asking, REACH_PATIENCE_MS)
    for (const { test, reached } of house.takeReached()) {
      const entry =
        known[test]?.hash === hash(textOf(test))
          ? known[test]
          : { hash: hash(textOf(test)), of: {}, reached: {} }
      entry.seconds = seconds[test] ?? entry.seconds ?? 1
      for (const { file, source } of targets) {
        entry.of[file] = hash(source)
        entry.reached[file] = reached
          .filter((key) => key.startsWith(`${file}#`))
          .map((key) => Number(key.split('#')[1]))
      }
      known[test] = entry
    }
    house.close()
    mkdirSync(CACHE, { recursive: true })
    writeFileSync(path, JSON.stringify(known))
  }
  return (file, mutant, index) => {
    const reaching = tests.filter((test) => {
      const reached = known[test]?.reached[file] ?? []
      return mutant.isTop ? reached.length > 0 : reached.includes(index)
    })
    // What runs in a thread of its own passes no probe: its neighbours are asked.
    const near = tests.filter(
      (test) => dirname(test) === dirname(file) || dirname(test) === dirname(dirname(file)),
    )
    const candidates = reaching.length > 0 && !asked.near ? reaching : near
    return nearestFirst(file, candidates, (test) => known[test]?.seconds ?? 1).slice(0, TESTS_TRIED)
  }
}

/** Tests that fail without any mutant would notice each: they are named, and not asked. */
async function failingUnchanged(project, tests) {
  if (tests.length === 0) return new Set()
  const house = new House(project, {})
  const { failed, errors, late } = await house.run(tests, REACH_PATIENCE_MS)
  house.close()
  for (const test of failed) console.log(`fails unchanged, and is not asked: ${test}`)
  if (late || (errors > 0 && failed.length === 0)) throw new Error('the tests do not run unchanged')
  return new Set(failed)
}

function report(targets) {
  let noticed = 0
  let excused = 0
  const survivors = []
  for (const { file, known, wanted } of targets) {
    let here = 0
    let all = 0
    for (const mutant of wanted) {
      const result = known[mutant.name]
      if (result === undefined) continue
      all += 1
      if (result.by) here += 1
      else if (reasonFor(file, mutant.name)) excused += 1
      else survivors.push({ file, ...mutant })
    }
    noticed += here
    if (all > 0)
      console.log(`${file.padEnd(52)} ${String(here).padStart(4)} of ${String(all).padStart(4)} noticed`)
  }
  for (const { file, line, name } of survivors) console.log(`survives  ${file}:${line}  ${name}`)
  const tried = noticed + excused + survivors.length
  const untried = targets.reduce((sum, t) => sum + t.wanted.length, 0) - tried
  const share = tried === 0 ? 0 : (100 * noticed) / tried
  console.log(
    `${tried} mutants, ${noticed} noticed (${share.toFixed(1)} %), ${excused} with a reason, ${survivors.length} without${untried > 0 ? `, ${untried} not tried yet` : ''}`,
  )
  return survivors.length === 0 && tried > 0
}

const targets = sources.map(targetsOf)
if (targets.every(({ wanted }) => wanted.length === 0)) {
  console.error('Nothing to change there.')
  process.exit(asked.since === undefined ? 1 : 0)
}
if (asked['list-survivors']) process.exit(report(targets) ? 0 : 1)

if (asked.fresh) rmSync(CACHE, { recursive: true, force: true })
for (const project of new Set(targets.flatMap(({ file }) => projectOf(file)))) {
  const here = targets.filter(({ file }) => projectOf(file).includes(project))
  const testsFor = await reachOf(project, here)
  const work = here.flatMap((target) =>
    target.wanted.flatMap((mutant) => {
      if (stillNoticed(target.known[mutant.name])) return []
      const tests = testsFor(target.file, mutant, target.mutants.indexOf(mutant))
      return stillSurvives(target.known[mutant.name], tests) ? [] : [{ target, mutant, tests }]
    }),
  )
  console.log(`${project}: ${work.length} mutants to try`)
  const unsound = await failingUnchanged(project, [...new Set(work.flatMap(({ tests }) => tests))])
  for (const job of work) job.tests = job.tests.filter((test) => !unsound.has(test))
  const tryAll = async () => {
    const house = new House(project, { MUTATE_BAIL: '1', MUTATE_WORKERS: '1' })
    for (let job = work.shift(); job !== undefined && Date.now() < deadline; job = work.shift()) {
      const { target, mutant, tests } = job
      house.write(target.file, mutated(target.source, mutant))
      const answer = tests.length > 0 ? await house.run(tests) : { failed: [], errors: 0 }
      house.write(target.file, target.source)
      const by = answer.failed[0] ?? (answer.errors > 0 ? tests[0] : undefined)
      const before = target.known[mutant.name]
      const tried = {
        ...before?.tried,
        ...Object.fromEntries(tests.map((test) => [test, hash(textOf(test))])),
      }
      target.known[mutant.name] =
        by === undefined ? { tried } : { by, hash: answer.late ? 'late' : hash(textOf(by)) }
      if (by === undefined) console.log(`survives  ${target.file}:${mutant.line}  ${mutant.name}`)
      keep(target.file, { source: hash(target.source), results: target.known })
    }
    house.close()
  }
  await Promise.all(Array.from({ length: Math.min(Number(asked.jobs), work.length) }, tryAll))
}
console.log('')
process.exit(report(targets) ? 0 : 1)
