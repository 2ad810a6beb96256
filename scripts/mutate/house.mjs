/** A scratch copy in which one mutant lives at a time, with a process that runs tests on it. */
import { fork } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scratchCopy } from '../scratch-copy.mjs'

/** Whatever a mutant does, a round of tests is over after this: it then counts as noticed. */
const PATIENCE_MS = 60_000
const START_PATIENCE_MS = 120_000

/** Appended to the setup file that all projects have: which probes a test file passes. */
const LISTENER = `
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { afterAll, expect } from 'vitest'
if (process.env['MUTATE_REACH']) {
  const reached = new Set()
  globalThis.__reached = (...keys) => { for (const key of keys) reached.add(key) }
  afterAll(() => {
    const test = expect.getState().testPath
    const name = createHash('sha256').update(test).digest('hex')
    writeFileSync(process.env['MUTATE_REACH'] + '/' + name, JSON.stringify({ test, reached: [...reached] }))
  })
}
`

export class House {
  #runner
  #project
  #env
  #stale = new Set()
  root = scratchCopy('mutate')
  reach = join(this.root, '.reach')

  constructor(project, env) {
    this.#project = project
    this.#env = { ...env, MUTATE_PROJECT: project, MUTATE_REACH: this.reach }
    mkdirSync(this.reach)
    const setup = join(this.root, 'scripts/property-seed.mjs')
    writeFileSync(setup, readFileSync(setup, 'utf8') + LISTENER)
  }

  write(file, text) {
    writeFileSync(join(this.root, file), text)
    this.#stale.add(file)
  }

  /** @returns {Promise<{ failed: string[], seconds: Record<string, number>, late?: true }>} */
  async run(files, patience = PATIENCE_MS) {
    this.#runner ??= await this.#start()
    const invalid = [...this.#stale]
    this.#stale.clear()
    this.#runner.send({ files, invalid })
    const answer = await this.#answer(patience)
    if (answer !== undefined) return answer
    this.close()
    return { failed: files, errors: 0, seconds: {}, ran: files.length, late: true }
  }

  /** What each test file passed since the last time it was asked for: `{ test, reached }`. */
  takeReached() {
    const all = readdirSync(this.reach).map((name) =>
      JSON.parse(readFileSync(join(this.reach, name), 'utf8')),
    )
    rmSync(this.reach, { recursive: true })
    mkdirSync(this.reach)
    return all.map(({ test, reached }) => ({ test: test.slice(this.root.length + 1), reached }))
  }

  close() {
    if (this.#runner === undefined) return
    try {
      // With the workers that it started.
      process.kill(-this.#runner.pid, 'SIGKILL')
    } catch {
      // Gone already.
    }
    this.#runner = undefined
  }

  async #start() {
    this.#runner = fork(join(this.root, 'scripts/mutate/runner.mjs'), [], {
      cwd: this.root,
      detached: true,
      env: { ...process.env, ...this.#env },
      stdio: ['ignore', 'ignore', process.env['MUTATE_LOUD'] ? 'inherit' : 'ignore', 'ipc'],
    })
    if ((await this.#answer(START_PATIENCE_MS)) === undefined)
      throw new Error(`vitest did not start for ${this.#project}`)
    return this.#runner
  }

  #answer(patience) {
    const runner = this.#runner
    return new Promise((resolve) => {
      const end = (answer) => {
        clearTimeout(timer)
        runner.off('message', end)
        runner.off('exit', gone)
        resolve(answer)
      }
      const gone = () => end(undefined)
      const timer = setTimeout(gone, patience)
      runner.on('message', end)
      runner.on('exit', gone)
    })
  }
}
