/**
 * `npm start`: installs and builds what is missing or stale, starts the server and prints the links.
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
const { join, resolve } = await import('node:path')
const { parseArgs } = await import('node:util')
const { ROOT } = await import('./child.mjs')
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

const port = flags.port ?? process.env.PORT ?? '3000'
const data = resolve(flags.data ?? process.env.ESCALE_DATA ?? 'data')
const host = flags.host ?? process.env.HOST ?? '127.0.0.1'
const local = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`
const home = process.env.ESCALE_PUBLIC_URL?.replace(/\/$/, '') || local

const args = [
  '--data',
  data,
  '--port',
  port,
  '--host',
  host,
  ...(flags['start-empty'] ? ['--start-empty'] : []),
]
const server = spawn(process.execPath, [join(ROOT, 'server/dist/main.js'), ...args], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { ESCALE_LOG: 'warn', ...process.env },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => server.kill(signal === 'SIGINT' ? 'SIGTERM' : signal))
server.on('exit', (code) => process.exit(code ?? 1))

await new Promise((done) => server.once('message', done))

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
