/** `npm run bench:wall`: installs and builds what is missing, Excalidraw too, then starts the wall's bench (bench/README.md). */
import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { buildWhatIsStale } from './build.mjs'
import { ROOT, run } from './child.mjs'
import { findChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'

const PEER = join(ROOT, 'bench/excalidraw')
const changedAt = (path) => statSync(join(PEER, path), { throwIfNoEntry: false })?.mtimeMs ?? 0
const succeed = async (command, args) => {
  const { code, output } = await run(command, args, { cwd: PEER })
  if (code !== 0) console.error(output)
  return code === 0
}

/** No workspace: who does not measure need not download it. */
async function ensureExcalidraw() {
  if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json')) {
    console.log('Installing Excalidraw (npm ci in bench/excalidraw)…')
    if (!(await succeed('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']))) return false
  }
  const built = changedAt('dist/index.html')
  const isFresh = ['page.jsx', 'build.mjs', 'package-lock.json'].every((path) => changedAt(path) < built)
  return isFresh || succeed(process.execPath, ['build.mjs'])
}

const chromium = await findChromium()
if (chromium === undefined) {
  console.error('No Chromium found. Install it, or name it in CHROMIUM.')
  process.exit(1)
}
if (!(await ensureInstalled()) || !(await buildWhatIsStale()) || !(await ensureExcalidraw())) process.exit(1)
const bench = spawn(
  process.execPath,
  ['--import', 'tsx', join(ROOT, 'bench/src/wall/main.ts'), ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, CHROMIUM: chromium } },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => bench.kill('SIGTERM'))
bench.on('exit', (code) => process.exit(code ?? 1))
