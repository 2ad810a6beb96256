/**
 * Starts the built server, prints the links, and starts it again when a fault of its own ends it.
 * `--data FOLDER`, `--port N`, `--host ADDRESS`, `--start-empty` go to the server; `--demo` opens the visio of 24 April.
 */
import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from './child.mjs'
import { keepRunning } from './keep-running.mjs'

/** Of the command line; ends with the usage when they cannot be meant. */
export function readFlags() {
  const options = {
    data: { type: 'string' },
    port: { type: 'string' },
    host: { type: 'string' },
    'start-empty': { type: 'boolean' },
    demo: { type: 'boolean' },
  }
  try {
    return parseArgs({ options }).values
  } catch (error) {
    console.error(
      `${error.message}\nnpm start -- [--data FOLDER] [--port N] [--host ADDRESS] [--start-empty] [--demo]`,
    )
    process.exit(1)
  }
}

/** @param {ReturnType<typeof readFlags>} flags */
export async function serve(flags) {
  const data = resolve(flags.data ?? process.env.ESCALE_DATA ?? 'data')
  const host = flags.host ?? process.env.HOST ?? '127.0.0.1'

  const args = (port) => [join(ROOT, 'server/dist/main.js'), '--data', data, '--port', port, '--host', host]
  let port = flags.port ?? process.env.PORT ?? '3000'
  const heard = new EventEmitter()
  const server = keepRunning((isAgain) => {
    // What it had lost was accepted once; not what it may lose from now on.
    const more = flags['start-empty'] && !isAgain ? ['--start-empty'] : []
    const child = spawn(process.execPath, [...args(port), ...more], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ESCALE_LOG: 'warn', ...process.env },
    })
    child.on('message', (message) => {
      if (message.type !== 'listening') return
      port = String(message.port)
      heard.emit('listening')
    })
    return child
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => server.stop(signal === 'SIGINT' ? 'SIGTERM' : signal))
  void server.ended.then((code) => process.exit(code))

  await once(heard, 'listening')

  const local = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`
  const home = process.env.ESCALE_PUBLIC_URL?.replace(/\/$/, '') || local
  console.log(`
  Escale            ${home}
  Données / data    ${data}`)
  if (flags.demo) await printDemo(local, home)
  console.log('\n  Ctrl+C pour arrêter / to stop\n')
}

async function post(local, path, body, cookie) {
  const response = await fetch(local + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return { answer: await response.json(), cookie: response.headers.getSetCookie()[0]?.split(';')[0] }
}

/** The console's secret is printed here and nowhere else; a screen needs a link of its own. */
async function printDemo(local, home) {
  const { answer: created } = await post(local, '/api/demo', {})
  const { session, secret } = created
  const { cookie } = await post(local, `/api/sessions/${session}/enter`, { secret })
  const { answer: screen } = await post(local, `/api/sessions/${session}/links`, { role: 'screen' }, cookie)
  console.log(`
  Démonstration : la visio du 24 avril, 24 participant·es simulé·es
    Console         ${home}/console/${session}#${secret}
    Participant·e   ${home}/p/${session}
    Écran           ${home}/screen/${session}#${screen.secret}`)
}
