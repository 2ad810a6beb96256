/**
 * Fault: something throws that nobody catches. What has arrived is written, people are told to come back, not a word of theirs is
 * in the log, and `npm start` starts the server again; not for ever. And: two servers on one data folder.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createAs } from '@escale/bots'
import { afterEach, expect, test } from 'vitest'
import { HOUSE } from '../fixtures/build.ts'
import { RealServer } from '../fixtures/server.ts'
import { startHouse } from './harness/house.ts'
import { withPlant } from './harness/plant.ts'

const EXIT_FAULT = 70
const SERVE_AT = pathToFileURL(join(HOUSE, 'scripts/serve.mjs')).href
const SERVE = `const { readFlags, serve } = await import(${JSON.stringify(SERVE_AT)}); await serve(readFlags())`
const throwIn = (url: string) => fetch(`${url}/throw`).catch(() => undefined)

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

test('[O3] a fault: written, told, a code of its own, and no word of anybody in the log', async () => {
  const house = await startHouse(withPlant('throws-when-asked'))
  const claire = await createAs(house.url, {})
  const gone = once(house.process, 'exit')
  const written = claire.command({ type: 'message', message: 'm1', to: 'all', text: 'Bonjour' })
  await throwIn(house.url)
  expect((await gone)[0]).toBe(EXIT_FAULT)
  expect(house.output).toContain('"type":"TypeError"')
  expect(house.output).not.toMatch(/Léa|je pars/)
  await house.begin()
  // The connection comes back by itself, and what was under way has its answer.
  expect(await written).toMatchObject({ ok: true })
  claire.close()
})

test('[O4] npm start starts the server again after a fault, on the same port, and ends when asked', async () => {
  const data = await mkdtemp(join(tmpdir(), 'escale-start-'))
  const { nodeArgs = [] } = withPlant('throws-when-asked')
  const child = spawn(
    process.execPath,
    // Without what `npm start` does before: it might install.
    ['--input-type=module', '-e', SERVE, '--', '--data', data, '--port', '0'],
    {
      env: { ...process.env, NODE_OPTIONS: nodeArgs.join(' ') },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  started.push(child)
  let said = ''
  const heard = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(said)
        if (found) resolve(found[1] ?? '')
      }
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', look)
      child.once('exit', () => reject(new Error(said)))
      look()
    })
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const url = await heard(/Escale +(http:\S+)/)
  await throwIn(url)
  await heard(/redémarre/)
  const answers = () =>
    fetch(`${url}/api/health`).then(
      (response) => response.ok,
      () => false,
    )
  while (!(await answers())) await new Promise((resolve) => setTimeout(resolve, 50))
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  expect((await ended)[0]).toBe(0)
  expect(said).not.toMatch(/Léa|je pars/)
  await rm(data, { recursive: true })
})

interface Keeper {
  readonly ended: Promise<number>
  readonly stop: (signal: NodeJS.Signals) => void
}
type KeepRunning = (
  start: (isAgain: boolean) => ChildProcess,
  options: { pauses: readonly number[]; say: (text: string) => void; silentMaxMs?: number },
) => Keeper
const keeper = async () =>
  (await import(pathToFileURL(join(HOUSE, 'scripts/keep-running.mjs')).href)) as { keepRunning: KeepRunning }

test('[O4] it is started again a few times and then left, with a sentence; what can be mended is not tried again', async () => {
  const { keepRunning } = await keeper()
  const lives: boolean[] = []
  const said: string[] = []
  const ends = (program: string) => (isAgain: boolean) => {
    lives.push(isAgain)
    return spawn(process.execPath, ['-e', program])
  }
  const options = { pauses: [1, 1], say: (text: string) => void said.push(text) }
  expect(await keepRunning(ends('process.exit(70)'), options).ended).toBe(EXIT_FAULT)
  expect(lives).toEqual([false, true, true])
  expect(said.at(-1)).toMatch(/n’est plus relancé[\s\S]*is not started again/)
  expect(
    await keepRunning(ends('process.kill(process.pid, "SIGABRT")'), { ...options, pauses: [] }).ended,
  ).toBe(70)
  lives.length = 0
  expect(await keepRunning(ends('process.exit(1)'), options).ended).toBe(1)
  expect(await keepRunning(ends('process.exit(0)'), options).ended).toBe(0)
  expect(lives).toEqual([false, false])
  // Asked to stop in the pause before the next life.
  const kept = keepRunning(ends('process.exit(70)'), {
    pauses: [60_000],
    say: () => kept.stop('SIGTERM'),
  })
  expect(await kept.ended).toBe(0)
})

test('[O4] one that hangs is struck down and started again; one that has not begun yet, or works, is left in peace', async () => {
  const { keepRunning } = await keeper()
  const said: string[] = []
  const lives: boolean[] = []
  const run = (first: string) =>
    keepRunning(
      (isAgain) => {
        lives.push(isAgain)
        const program = isAgain ? 'process.exit(0)' : first
        return spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
      },
      { pauses: [1], say: (text) => void said.push(text), silentMaxMs: 1_000 },
    ).ended
  expect(await run('process.send({ type: "listening" }, () => { for (;;); })')).toBe(0)
  expect(lives).toEqual([false, true])
  expect(said.join()).toMatch(/ne répond plus.*does not answer any more/)
  said.length = 0
  const late = 'setTimeout(() => process.exit(0), 2_500)'
  expect(await run(late)).toBe(0)
  expect(await run(`setInterval(() => process.send({ type: "alive" }), 200); ${late}`)).toBe(0)
  expect(said).toEqual([])
})

test('[O4] the built server says again and again that it is there', async () => {
  const data = await mkdtemp(join(tmpdir(), 'escale-alive-'))
  const child = spawn(
    process.execPath,
    [join(HOUSE, 'server/dist/main.js'), '--data', data, '--port', '0', '--host', '127.0.0.1'],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  )
  const types: string[] = []
  await new Promise<void>((resolve) => {
    child.on('message', ({ type }: { type: string }) => {
      types.push(type)
      if (types.length === 2) resolve()
    })
  })
  expect(types).toEqual(['listening', 'alive'])
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  expect((await ended)[0]).toBe(0)
  await rm(data, { recursive: true })
})

test('[O5] a second server on one data folder refuses to start, and does once the first is killed', async () => {
  const first = await startHouse()
  const second = await RealServer.prepare({ data: first.data })
  await expect(second.begin()).rejects.toThrow(/utilise déjà le dossier[\s\S]*Another Escale already uses/)
  expect(await first.answers()).toBe(true)
  await first.kill()
  await second.begin()
  await second.kill()
})
