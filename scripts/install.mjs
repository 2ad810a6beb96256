/** Installs the dependencies when they are missing or older than the lockfile. No import from node_modules here. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run } from './child.mjs'

const changedAt = (path) => statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0

/** npm writes this file last, so an install that broke off counts as none. */
const isInstalled = () => changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json')

/** @returns {Promise<boolean>} whether everything is in place */
export async function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Escale needs Node 20.19 or newer; this is ${process.versions.node}.`)
    return false
  }
  if (isInstalled()) return true
  console.log('Installing the dependencies (npm ci)…')
  const { code } = await run('npm', ['ci', '--no-audit', '--no-fund'], { show: true })
  return code === 0
}
