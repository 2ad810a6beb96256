/**
 * No expression of the product backtracks: each takes time in proportion to the text, whatever somebody writes. Every literal
 * is read from the syntax tree and worked out as an automaton (scslre); one that is put together while running is refused.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { analyse } from 'scslre'
import { parseSync } from 'vite'
import { ROOT } from './child.mjs'

const FOLDERS = ['shared/src', 'server/src', 'client/src', 'bots/src']
const IS_TOLD = /\.tsx?$/
/** They meet no text but our own. */
const IS_FOR_TESTS =
  /\.test\.tsx?$|\.testkit\.tsx?$|[\\/]testkit[\\/]|[\\/](?:contract|page-of|harvest-samples)\.ts$/

/** Expressions that must be found, and some that must not. */
const SLOW = [
  '/[ \\t]+$/gm',
  '/(a+)+$/',
  '/(?:a|a)*b/',
  '/\\d+(\\.\\d+)*x/',
  '/^\\s*\\s*x/',
  'new RegExp(given)',
]
const QUICK = ['/^[ \\t]+/gm', '/[^a-z]+/g', '/^\\d{1,3}$/', '/\\s+/g', '/a/.test(b)']

/** Everything in a syntax tree. */
function* nodesOf(node) {
  if (Array.isArray(node)) for (const one of node) yield* nodesOf(one)
  else if (typeof node === 'object' && node !== null) {
    if (typeof node.type === 'string') yield node
    for (const [key, value] of Object.entries(node)) if (key !== 'parent') yield* nodesOf(value)
  }
}

const isMadeWhileRunning = ({ type, callee }) =>
  (type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp'

/** Why an expression may take more time than its text is long; undefined: it does not. */
function faultOf({ pattern, flags }) {
  const [report] = analyse({ source: pattern, flags }).reports
  if (report === undefined) return undefined
  return `${report.exponential ? 'exponential' : 'polynomial'} backtracking (${report.type.toLowerCase()})`
}

/** All that is wrong in one file. */
function* faultsIn(name, text) {
  const { program, errors } = parseSync(name, text)
  if (errors.length > 0) throw new Error(`${name} cannot be read`)
  for (const node of nodesOf(program)) {
    const line = () => text.slice(0, node.start).split('\n').length
    if (isMadeWhileRunning(node)) yield { line: line(), what: 'RegExp(…)', fault: 'made while running' }
    if (node.type !== 'Literal' || node.regex === undefined) continue
    checked += 1
    const fault = faultOf(node.regex)
    if (fault !== undefined) yield { line: line(), what: node.raw, fault }
  }
}

let checked = 0
const wrong = [
  ...SLOW.filter((planted) => [...faultsIn('planted.ts', planted)].length === 0),
  ...QUICK.filter((planted) => [...faultsIn('planted.ts', planted)].length > 0),
]
for (const planted of wrong) console.error(`the rule is wrong about: ${planted}`)

checked = 0
let found = 0
for (const folder of FOLDERS)
  for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || !IS_TOLD.test(entry.name) || IS_FOR_TESTS.test(path)) continue
    for (const { line, what, fault } of faultsIn(path, readFileSync(path, 'utf8'))) {
      found += 1
      console.error(`${relative(ROOT, path)}:${line}  ${what}  ${fault}`)
    }
  }
console.log(`${checked} expressions, ${found} that may backtrack`)
process.exit(found === 0 && wrong.length === 0 && checked > 0 ? 0 : 1)
