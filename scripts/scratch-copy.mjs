/** A copy of the tree in which a script may write what it likes: the packages are linked, our own workspaces are the copy's. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { ROOT } from './child.mjs'

const NOT_COPIED = new Set(['node_modules', '.git', 'dist', 'test-results', '.cache'])
/** The data folder of a server that was tried here; other folders of that name are sources. */
const NOT_COPIED_AT_ROOT = new Set(['data'])
const NOT_LINKED = new Set(['@escale', '.vite', '.vite-temp', '.cache'])

/** @returns {string} the copy's folder; it is gone when the process ends */
export function scratchCopy(name) {
  const copy = mkdtempSync(join(tmpdir(), `escale-${name}-`))
  process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
  const isCopied = (path) => !NOT_COPIED.has(basename(path)) && !NOT_COPIED_AT_ROOT.has(relative(ROOT, path))
  cpSync(ROOT, copy, { recursive: true, filter: isCopied })
  const modules = join(copy, 'node_modules')
  mkdirSync(join(modules, '@escale'), { recursive: true })
  for (const entry of readdirSync(join(ROOT, 'node_modules')))
    if (!NOT_LINKED.has(entry)) symlinkSync(join(ROOT, 'node_modules', entry), join(modules, entry))
  for (const workspace of readdirSync(join(ROOT, 'node_modules/@escale')))
    symlinkSync(join(copy, workspace), join(modules, '@escale', workspace))
  for (const workspace of ['shared', 'client', 'server', 'bots', 'e2e'])
    try {
      symlinkSync(join(ROOT, workspace, 'node_modules'), join(copy, workspace, 'node_modules'))
    } catch {
      // A workspace without packages of its own.
    }
  return copy
}
