/** `tsc` over every workspace's configs, side by side. */
import { readdirSync } from 'node:fs'
import { node, ROOT, tool } from './child.mjs'

const configs = ['shared', 'bots', 'server', 'client', 'e2e', 'bench'].flatMap((workspace) =>
  readdirSync(`${ROOT}/${workspace}`)
    .filter((name) => /^tsconfig.*\.json$/.test(name))
    .map((name) => `${workspace}/${name}`),
)
const results = await Promise.all(
  configs.map(async (config) => ({
    config,
    ...(await node(tool('typescript/bin/tsc'), ['--noEmit', '-p', config])),
  })),
)
for (const { config, code, output } of results) if (code !== 0) console.error(`${config}\n${output}`)
const failed = results.filter((r) => r.code !== 0)
console.log(`${configs.length} configs, ${failed.length} with errors`)
process.exit(failed.length === 0 ? 0 : 1)
