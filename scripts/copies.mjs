/** `npm run backup -- FILE`, `npm run restore -- FILE`: copies of the data, made while the server runs, put back while it does not. */
import { join } from 'node:path'
import { buildWhatIsStale } from './build.mjs'
import { node, ROOT } from './child.mjs'
import { ensureInstalled } from './install.mjs'

if (!(await ensureInstalled()) || !(await buildWhatIsStale())) process.exit(1)
// From where the command was given: npm itself goes to the top folder first.
const cwd = process.env.INIT_CWD ?? process.cwd()
const { code } = await node(join(ROOT, 'server/dist/copies.js'), process.argv.slice(2), { show: true, cwd })
process.exit(code)
