/** A server in a process of its own: started, found ready, asked about its event loop, stopped. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { now, pause } from '../measure/clock.ts'
import type { EventLoop } from './server.ts'

const PROBE = new URL('./event-loop-probe.mjs', import.meta.url).href
const READY_WITHIN_MS = 20_000
const STOP_WITHIN_MS = 2_000
const ANSWER_WITHIN_MS = 10_000

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

export interface ChildOptions {
  /** Node's arguments: flags, the file, and what the file is told. */
  readonly args: readonly string[]
  readonly port: number
  readonly env?: Readonly<Record<string, string>>
  /** Left out: the Node that runs this. */
  readonly node?: string
  readonly cwd?: string
}

export interface Child {
  readonly pid: number
  eventLoop(): Promise<EventLoop>
  stop(): Promise<void>
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

async function untilReady(child: ChildProcess, port: number, complaint: () => string): Promise<void> {
  const limit = now() + READY_WITHIN_MS
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error(`a server ended at once: ${complaint()}`)
    if (now() > limit) throw new Error(`a server did not listen within ${READY_WITHIN_MS} ms: ${complaint()}`)
    await pause(20)
  }
}

/** A loop that does not even answer is late by all that we waited. */
const NO_ANSWER: EventLoop = { p99: ANSWER_WITHIN_MS, max: ANSWER_WITHIN_MS }

function askEventLoop(child: ChildProcess): Promise<EventLoop> {
  return new Promise((resolve) => {
    const end = (answer: EventLoop) => {
      clearTimeout(timer)
      child.off('message', onMessage)
      resolve(answer)
    }
    const onMessage = (message: Partial<EventLoop> & { readonly type?: string }) => {
      if (message.type === 'event-loop') end({ p99: message.p99 ?? 0, max: message.max ?? 0 })
    }
    const timer = setTimeout(() => end(NO_ANSWER), ANSWER_WITHIN_MS)
    child.on('message', onMessage)
    child.send({ type: 'event-loop' })
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
  await gone
  clearTimeout(timer)
}

/** @throws Error when it does not listen in time */
export async function startChild(options: ChildOptions): Promise<Child> {
  const { args, port, env = {}, node = process.execPath, cwd = ROOT } = options
  const child = spawn(node, ['--import', PROBE, ...args], {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-2_000)
  })
  try {
    await untilReady(child, port, () => errors)
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
  const { pid = 0 } = child
  return { pid, eventLoop: () => askEventLoop(child), stop: () => stop(child) }
}
