/** `npm run dev`: the server, restarted when a source changes, and Vite with hot reload. One Ctrl+C ends both. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT, tool } from './child.mjs'
import { ensureInstalled } from './install.mjs'

if (!(await ensureInstalled())) process.exit(1)

const port = process.env.PORT ?? '3000'
const start = (args, env = {}) =>
  spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PORT: port, ...env } })

const children = [
  start([tool('tsx/dist/cli.mjs'), 'watch', '--clear-screen=false', join('server', 'src', 'main.ts')]),
  start([tool('vite/bin/vite.js')]),
]

let ending = false
const end = (code) => {
  if (ending) return
  ending = true
  for (const child of children) child.kill('SIGTERM')
  process.exitCode = code
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0))
// Without one the other is of no use.
for (const child of children) child.on('exit', (code) => end(code ?? 1))
