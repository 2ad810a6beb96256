/** Plays a bench of the workspace `bench` and ends as it does; whoever stops the script stops the bench. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './child.mjs'
import { findChromium } from './chromium.mjs'

/** @param {string} file of the bench, from its folder `src` @param {Record<string, string>} [env] */
export function playBench(file, env = {}) {
  const bench = spawn(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'bench/src', file), ...process.argv.slice(2)],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => bench.kill('SIGTERM'))
  bench.on('exit', (code) => process.exit(code ?? 1))
}

/** Where Chromium is; without one the script ends. */
export async function chromiumOrEnd() {
  const chromium = await findChromium()
  if (chromium !== undefined) return chromium
  console.error('No Chromium found. Install it, or name it in CHROMIUM.')
  process.exit(1)
}
