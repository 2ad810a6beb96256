/**
 * Assertions that cannot fail, as far as a text shows it: about a constant, without a matcher, not waited for, or of all of a
 * list that may be empty. A test that asserts nothing at all fails by itself (`requireAssertions` in vite.config.ts; a journey
 * must name `expect`). Each rule must first find what is planted for it, and leave alone what is sound.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { ROOT } from './child.mjs'

const FOLDERS = ['shared/src', 'server/src', 'client/src', 'bots/src', 'bench/src', 'e2e']
const FEWEST_FILES = 100

const PLANTED = {
  'about a constant': 'expect(true).toBe(true)',
  'without a matcher': 'expect(answer)',
  'not waited for': 'expect(answer()).rejects.toThrow()',
  'of all of a list that may be empty': 'expect(list.every((one) => one.ok)).toBe(true)',
  'no assertion': "test('a name', async () => { await page.goto('/') })",
}
const SOUND = [
  'await expect(answer()).rejects.toThrow()',
  'const told = () => expect(answer()).resolves.toBe(1)',
  'async () => { return expect(answer()).rejects.toThrow() }',
  'await Promise.all([expect(answer()).resolves.toBe(1)])',
  'expect(list.map((one) => one.ok)).toEqual([true, true])',
  'expect([a, b].every(Boolean)).toBe(true)',
  "test('a name', async () => { expect(answer).toBe(1) })",
  "test('a name', async ({ page }) => { await expectFocus(page) })",
]

function* withParents(node, parents = []) {
  if (node === null || typeof node !== 'object') return
  const isNode = typeof node.type === 'string'
  if (isNode) yield [node, parents]
  for (const child of Object.values(node)) yield* withParents(child, isNode ? [node, ...parents] : parents)
}
const isCallOf = (node, name) => node.type === 'CallExpression' && node.callee.name === name
const isFunction = ({ type }) => /Function/.test(type)

/** What is wrong with an `expect(…)`, seen with what stands around it. */
function wrongWith(call, parents) {
  const [about] = call.arguments
  if (about === undefined) return undefined
  if (about.type === 'Literal') return 'about a constant'
  const steps = parents.findIndex(({ type }) => type !== 'MemberExpression' && type !== 'CallExpression')
  // Inside the arguments of another call the chain has ended already.
  const chain = []
  let inner = call
  for (const parent of parents.slice(0, steps)) {
    const goesOn = parent.type === 'MemberExpression' ? parent.object === inner : parent.callee === inner
    if (!goesOn) break
    chain.push(parent)
    inner = parent
  }
  if (!chain.some(({ type }) => type === 'CallExpression')) return 'without a matcher'
  const names = chain.flatMap((one) => one.property?.name ?? [])
  const holder = parents[chain.length]
  if ((names.includes('resolves') || names.includes('rejects')) && holder?.type === 'ExpressionStatement')
    return 'not waited for'
  const isEvery = about.callee?.property?.name === 'every'
  if (isEvery && about.callee.object.type !== 'ArrayExpression') return 'of all of a list that may be empty'
  return undefined
}

/** @returns {{ what: string, line: number }[]} */
function complaintsAbout(file, text) {
  const found = []
  const say = (what, node) => found.push({ what, line: text.slice(0, node.start).split('\n').length })
  for (const [node, parents] of withParents(parseSync(file, text).program.body)) {
    if (isCallOf(node, 'expect')) {
      const what = wrongWith(node, parents)
      if (what !== undefined) say(what, node)
    }
    const isJourney = isCallOf(node, 'test') && file.endsWith('.spec.ts')
    const body = isJourney ? node.arguments.find(isFunction) : undefined
    if (body !== undefined && !/\bexpect/.test(text.slice(body.start, body.end))) say('no assertion', node)
  }
  return found
}

const blind = Object.entries(PLANTED).filter(
  ([what, text]) => !complaintsAbout('planted.spec.ts', text).some((one) => one.what === what),
)
for (const [what] of blind) console.error(`does not find its planted fault: ${what}`)
const unjust = SOUND.filter((text) => complaintsAbout('planted.spec.ts', text).length > 0)
for (const text of unjust) console.error(`complains about what is sound: ${text}`)

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true })
    .filter(
      (name) => /(?:\.(?:test|spec)|contract|testkit)\.tsx?$/.test(name) && !name.includes('node_modules'),
    )
    .map((name) => `${folder}/${name}`),
)
const complaints = files.flatMap((file) =>
  complaintsAbout(file, readFileSync(join(ROOT, file), 'utf8')).map(
    ({ what, line }) => `${file}:${line}: ${what}`,
  ),
)
for (const complaint of complaints) console.error(complaint)
if (files.length < FEWEST_FILES) console.error(`only ${files.length} test files found`)
console.log(`${files.length} test files, ${complaints.length} complaints`)
const ok = blind.length + unjust.length + complaints.length === 0 && files.length >= FEWEST_FILES
process.exit(ok ? 0 : 1)
