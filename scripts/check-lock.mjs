/** The lockfile names no host, so that it installs from whichever registry a machine uses, and fits the manifests. */
import { readFileSync } from 'node:fs'
import { ROOT, run } from './child.mjs'

const text = readFileSync(`${ROOT}/package-lock.json`, 'utf8')
const hosts = [...new Set([...text.matchAll(/"resolved": "(\w+:\/\/[^/"]+)/g)].map((m) => m[1]))]
for (const host of hosts) console.error(`package-lock.json names ${host}`)
const { code, output } = await run('npm', ['ci', '--dry-run', '--ignore-scripts', '--offline'])
const broken = code !== 0 && /EUSAGE|in sync/.test(output)
if (broken) console.error(output)
console.log(`${hosts.length} hosts named, ${broken ? 'out of' : 'in'} step with the manifests`)
process.exit(hosts.length === 0 && !broken ? 0 : 1)
