/** `tsc` over every workspace's configs, side by side. A source that no config looks at would be right for ever, so it is a failure. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { node, ROOT, tool } from './child.mjs'

const WORKSPACES = ['shared', 'bots', 'server', 'client', 'e2e', 'bench']
const FEWEST_SOURCES = 100

const configs = WORKSPACES.flatMap((workspace) =>
  readdirSync(join(ROOT, workspace))
    .filter((name) => /^tsconfig.*\.json$/.test(name))
    .map((name) => `${workspace}/${name}`),
)
const sources = WORKSPACES.flatMap((workspace) => [
  ...sourcesIn(`${workspace}/src`),
  ...(workspace === 'e2e' ? sourcesIn('e2e') : []),
])
function sourcesIn(folder) {
  if (!existsSync(join(ROOT, folder))) return []
  return readdirSync(join(ROOT, folder), { recursive: true })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => `${folder}/${name}`)
}

const results = await Promise.all(
  configs.map(async (config) => ({
    config,
    ...(await node(tool('typescript/bin/tsc'), ['--noEmit', '--listFiles', '-p', config])),
  })),
)
const seen = new Set()
for (const { config, code, stdout, output } of results) {
  const isSource = (line) => line.startsWith(ROOT) && /\.tsx?$/.test(line)
  for (const line of stdout.split('\n')) if (isSource(line)) seen.add(line.slice(ROOT.length))
  if (code === 0) continue
  const complaints = output.split('\n').filter((line) => !(line.startsWith('/') && /\.[cm]?tsx?$/.test(line)))
  console.error(`${config}\n${complaints.join('\n')}`)
}
const unseen = sources.filter((source) => !seen.has(source))
for (const source of unseen) console.error(`no config looks at ${source}`)
if (sources.length < FEWEST_SOURCES) console.error(`only ${sources.length} sources found`)
const failed = results.filter((r) => r.code !== 0)
console.log(`${configs.length} configs, ${sources.length} sources, ${failed.length} with errors`)
process.exit(failed.length + unseen.length === 0 && sources.length >= FEWEST_SOURCES ? 0 : 1)
