/** `npm run bench:visio`: installs and builds what is missing, then plays the visio with its people (bench/README.md). */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildWhatIsStale } from './build.mjs'
import { ROOT } from './child.mjs'
import { findChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'

const chromium = await findChromium()
if (chromium === undefined) {
  console.error('No Chromium found. Install it, or name it in CHROMIUM.')
  process.exit(1)
}
if (!(await ensureInstalled()) || !(await buildWhatIsStale())) process.exit(1)
const bench = spawn(
  process.execPath,
  ['--import', 'tsx', join(ROOT, 'bench/src/visio/main.ts'), ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, CHROMIUM: chromium } },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => bench.kill('SIGTERM'))
bench.on('exit', (code) => process.exit(code ?? 1))
