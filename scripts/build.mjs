/** Builds the client and the server when a source is newer than what was built. No import from node_modules here. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { node, ROOT, tool } from './child.mjs'

const CONFIG = ['package-lock.json', 'vite.config.ts', 'tsconfig.base.json']

const PARTS = [
  {
    name: 'client',
    built: 'client/dist/index.html',
    sources: ['client/src', 'client/public', 'client/bundling', 'client/first-moment', 'shared/src'],
    files: [...CONFIG, 'client/index.html', 'client/package.json'],
    args: ['build'],
  },
  {
    name: 'server',
    built: 'server/dist/main.js',
    sources: ['server/src', 'shared/src', 'bots/src'],
    files: [...CONFIG, 'server/package.json'],
    args: ['build', '--ssr'],
  },
]

const changedAt = (path) => statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0

/** The newest change in a folder, ms; a folder counts too, since removing a file changes only that. Tests do not. */
function newestIn(folder) {
  let newest = changedAt(folder)
  if (newest === 0) return 0
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) newest = Math.max(newest, newestIn(path))
    else if (!/\.test\.tsx?$/.test(entry.name)) newest = Math.max(newest, changedAt(path))
  }
  return newest
}

const isStale = ({ built, sources, files }) => {
  const builtAt = changedAt(built)
  return sources.some((s) => newestIn(s) > builtAt) || files.some((f) => changedAt(f) > builtAt)
}

/** @returns {Promise<boolean>} whether everything is built */
export async function buildWhatIsStale() {
  for (const part of PARTS.filter(isStale)) {
    console.log(`Construction / building: ${part.name}…`)
    const { code, output } = await node(tool('vite/bin/vite.js'), part.args)
    if (code === 0) continue
    console.error(output)
    return false
  }
  return true
}
