/**
 * The import rules of .dependency-cruiser.cjs over all workspaces. A checker that sees no modules, or whose rules match
 * nothing, is green for ever: so it must have seen the house, and every rule must bite on a planted violation first.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { node, ROOT, tool } from './child.mjs'

const CONFIG = join(ROOT, '.dependency-cruiser.cjs')
const WORKSPACES = ['shared', 'server', 'client', 'bots', 'e2e', 'bench']
const FEWEST_MODULES = 100

/** For each rule, files that break it. */
const VIOLATIONS = {
  'no-cycles': { 'bots/src/hen.ts': "import './egg.ts'", 'bots/src/egg.ts': "import './hen.ts'" },
  'shared-stands-alone': { 'shared/src/up.ts': "import '../../server/src/main.ts'" },
  'shared-is-pure': { 'shared/src/disk.ts': "import 'node:fs'" },
  'client-not-server': { 'client/src/over.ts': "import '../../server/src/main.ts'" },
  'server-not-client': { 'server/src/over.ts': "import '../../client/src/main.ts'" },
  'bots-are-clients': { 'bots/src/over.ts': "import '../../server/src/main.ts'" },
  'through-the-door': { 'server/src/window.ts': "import '../../shared/src/session/state.ts'" },
  'kinds-are-islands': { 'client/src/activities/one/one.ts': "import '../two/two.ts'" },
  'only-the-root-knows-adapters': { 'server/src/routes.ts': "import './store/sqlite/store.ts'" },
  'bench-measures-from-outside': { 'bench/src/inside.ts': "import '../../server/src/sync/document.ts'" },
  'nothing-needs-the-bench': { 'e2e/measure.ts': "import '../bench/src/main.ts'" },
  'no-orphans-of-protocol': { 'shared/src/session/send.ts': "import '../protocol/messages.ts'" },
}
const STAGE = {
  'server/src/main.ts': 'export const main = 1',
  'client/src/main.ts': 'export const main = 1',
  'client/src/activities/two/two.ts': 'export const two = 2',
  'shared/src/session/state.ts': 'export const state = 1',
  'shared/src/protocol/messages.ts': 'export const messages = 1',
  'server/src/store/sqlite/store.ts': 'export const store = 1',
  'server/src/sync/document.ts': 'export const document = 1',
  'e2e/empty.ts': 'export const empty = 1',
  'bench/src/main.ts': 'export const main = 1',
}

async function cruise(cwd) {
  const args = [...WORKSPACES, '--config', CONFIG, '--output-type', 'json']
  const { stdout, output } = await node(tool('dependency-cruiser/bin/dependency-cruise.mjs'), args, { cwd })
  try {
    return JSON.parse(stdout).summary
  } catch {
    console.error(output)
    process.exit(1)
  }
}

async function rulesThatSleep() {
  const place = mkdtempSync(join(ROOT, 'node_modules', '.graph-'))
  try {
    for (const [path, text] of Object.entries(Object.assign({}, STAGE, ...Object.values(VIOLATIONS)))) {
      mkdirSync(dirname(join(place, path)), { recursive: true })
      writeFileSync(join(place, path), `${text}\n`)
    }
    const bitten = new Set((await cruise(place)).violations.map((v) => v.rule.name))
    const rules = createRequire(import.meta.url)(CONFIG).forbidden.map((rule) => rule.name)
    return rules.filter((rule) => !bitten.has(rule))
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

const [asleep, house] = await Promise.all([rulesThatSleep(), cruise(ROOT)])
for (const rule of asleep)
  console.error(`rule ${rule} does not bite: plant a violation for it in ${import.meta.url}`)
for (const { rule, from, to } of house.violations) console.error(`${rule.name}: ${from} → ${to}`)
if (house.totalCruised < FEWEST_MODULES) console.error(`only ${house.totalCruised} modules seen`)
console.log(
  `${house.totalCruised} modules, ${house.violations.length} violations, ${asleep.length} rules asleep`,
)
process.exit(asleep.length + house.violations.length === 0 && house.totalCruised >= FEWEST_MODULES ? 0 : 1)
