/** The lockfile names no host, so that it installs from whichever registry a machine uses, and fits the manifests. */
import { readFileSync } from 'node:fs'
import { ROOT, run } from './child.mjs'

/** A file that says less is not the house's. */
const FEWEST_PACKAGES = 100

const text = readFileSync(`${ROOT}/package-lock.json`, 'utf8')
const { packages = {} } = JSON.parse(text)
const seen = Object.keys(packages).length
const hosts = [...new Set([...text.matchAll(/"resolved": "(\w+:\/\/[^/"]+)/g)].map((m) => m[1]))]
for (const host of hosts) console.error(`package-lock.json names ${host}`)
const { code, output } = await run('npm', ['ci', '--dry-run', '--ignore-scripts', '--offline'])
// Without the network npm cannot look at what it has not in its store, which says nothing about the lockfile.
const isOffline = /ENOTCACHED|only-if-cached/.test(output)
const broken = code !== 0 && !isOffline
if (broken) console.error(output)
if (seen < FEWEST_PACKAGES) console.error(`only ${seen} packages seen in package-lock.json`)
console.log(
  `${seen} packages, ${hosts.length} hosts named, ${broken ? 'out of' : 'in'} step with the manifests`,
)
process.exit(hosts.length === 0 && !broken && seen >= FEWEST_PACKAGES ? 0 : 1)
