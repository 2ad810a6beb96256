/** `npm run bench`: installs and builds what is missing, the peers too, then starts the bench (bench/README.md). */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { buildWhatIsStale } from './build.mjs'
import { ROOT, run } from './child.mjs'
import { ensureInstalled } from './install.mjs'
import { playBench } from './play-bench.mjs'

const PEERS = join(ROOT, 'bench/peers')
const changedAt = (path) => statSync(join(PEERS, path), { throwIfNoEntry: false })?.mtimeMs ?? 0

/** The peers are no workspace: who does not measure need not download them. One asks for a newer Node and is given one. */
async function ensurePeers() {
  if (changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json')) return true
  console.log('Installing the peers (npm ci in bench/peers)…')
  const { code, output } = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: PEERS,
  })
  if (code !== 0) console.error(output)
  return code === 0
}

if (!(await ensureInstalled()) || !(await buildWhatIsStale()) || !(await ensurePeers())) process.exit(1)
playBench('main.ts')
