/** `npm run bench:wall`: installs and builds what is missing, Excalidraw too, then starts the wall's bench (bench/README.md). */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { buildWhatIsStale } from './build.mjs'
import { ROOT, run } from './child.mjs'
import { ensureInstalled } from './install.mjs'
import { chromiumOrEnd, playBench } from './play-bench.mjs'

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

const chromium = await chromiumOrEnd()
if (!(await ensureInstalled()) || !(await buildWhatIsStale()) || !(await ensureExcalidraw())) process.exit(1)
playBench('wall/main.ts', { CHROMIUM: chromium })
