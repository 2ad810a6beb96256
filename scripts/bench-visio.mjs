/** `npm run bench:visio`: installs and builds what is missing, then plays the visio with its people (bench/README.md). */
import { buildWhatIsStale } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { chromiumOrEnd, playBench } from './play-bench.mjs'

const chromium = await chromiumOrEnd()
if (!(await ensureInstalled()) || !(await buildWhatIsStale())) process.exit(1)
playBench('visio/main.ts', { CHROMIUM: chromium })
