/**
 * `npm start`: installs and builds what is missing or stale, starts the server and prints the links; starts it again when a
 * fault of its own ends it.
 * `--data FOLDER`, `--port N`, `--host ADDRESS`, `--start-empty` go to the server; `--demo` opens the visio of 24 April.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Escale a besoin de Node 20.19 ou plus récent ; ici c’est la version ${process.versions.node}.\n` +
      `Escale needs Node 20.19 or newer; this is ${process.versions.node}.`,
  )
  process.exit(1)
}

const { spawn } = await import('node:child_process')
const { EventEmitter, once } = await import('node:events')
const { join, resolve } = await import('node:path')
const { parseArgs } = await import('node:util')
const { ROOT } = await import('./child.mjs')
const { keepRunning } = await import('./keep-running.mjs')
const { ensureInstalled } = await import('./install.mjs')
const { buildWhatIsStale } = await import('./build.mjs')

const options = {
  data: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  'start-empty': { type: 'boolean' },
  demo: { type: 'boolean' },
}
let flags
try {
  flags = parseArgs({ options }).values
} catch (error) {
  console.error(
    `${error.message}\nnpm start -- [--data FOLDER] [--port N] [--host ADDRESS] [--start-empty] [--demo]`,
  )
  process.exit(1)
}

if (!(await ensureInstalled()) || !(await buildWhatIsStale())) process.exit(1)

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
if (flags.demo) await printDemo()
console.log('\n  Ctrl+C pour arrêter / to stop\n')

async function post(path, body, cookie) {
  const response = await fetch(local + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return { answer: await response.json(), cookie: response.headers.getSetCookie()[0]?.split(';')[0] }
}

/** The console's secret is printed here and nowhere else; a screen needs a link of its own. */
async function printDemo() {
  const { answer: created } = await post('/api/demo', {})
  const { session, secret } = created
  const { cookie } = await post(`/api/sessions/${session}/enter`, { secret })
  const { answer: screen } = await post(`/api/sessions/${session}/links`, { role: 'screen' }, cookie)
  console.log(`
  Démonstration : la visio du 24 avril, 24 participant·es simulé·es
    Console         ${home}/console/${session}#${secret}
    Participant·e   ${home}/p/${session}
    Écran           ${home}/screen/${session}#${screen.secret}`)
}
