/**
 * Runs test files for `npm run mutate`, inside the scratch copy and in a process of its own, so that whoever asked can end it
 * when a mutant never comes back. Asked over IPC: `{ files, invalid, bail }`; answers `{ failed, seconds: { file: s } }`.
 */
import { join } from 'node:path'
import { BaseSequencer, createVitest } from 'vitest/node'

// As the command sets it: some libraries check more, and so refuse more, where it is missing.
process.env['NODE_ENV'] ??= 'test'

/** In the order in which they were asked for: the likeliest to notice first. */
class AsAsked extends BaseSequencer {
  async sort(specifications) {
    return specifications
  }
}

const root = process.cwd()
const vitest = await createVitest(
  'test',
  {
    root,
    config: join(root, 'vite.config.ts'),
    watch: false,
    reporters: [{}],
    bail: Number(process.env['MUTATE_BAIL'] ?? 0),
    maxWorkers: Number(process.env['MUTATE_WORKERS'] ?? 2),
    sequence: { sequencer: AsAsked },
    project: [process.env['MUTATE_PROJECT']],
  },
  { logLevel: 'silent' },
)

async function run({ files, invalid }) {
  for (const file of invalid) vitest.invalidateFile(join(root, file))
  const specifications = files.flatMap((file) =>
    vitest.projects
      .filter((project) => project.matchesTestGlob(join(root, file)))
      .map((project) => project.createSpecification(join(root, file))),
  )
  const { testModules: known, unhandledErrors } = await vitest.runTestSpecifications(specifications, false)
  // It answers with all that this process ever ran: an earlier failure is not this mutant's.
  const testModules = known.filter((module) => files.includes(module.moduleId.slice(root.length + 1)))
  const failed = testModules
    .filter((module) => !module.ok())
    .map((module) => module.moduleId.slice(root.length + 1))
  const seconds = {}
  for (const module of testModules) {
    const { duration, collectDuration, environmentSetupDuration } = module.diagnostic()
    seconds[module.moduleId.slice(root.length + 1)] =
      (duration + collectDuration + environmentSetupDuration) / 1_000
  }
  return { failed, errors: unhandledErrors.length, seconds, ran: specifications.length }
}

process.on('message', (asked) => {
  run(asked).then(
    (answer) => process.send(answer),
    (error) =>
      process.send({ failed: [], errors: 1, broken: String(error?.stack ?? error), seconds: {}, ran: 0 }),
  )
})
process.on('disconnect', () => process.exit())
process.send({ ready: true })
