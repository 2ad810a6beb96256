/**
 * The small changes that `npm run mutate` makes to a source: conditions held true or false, bounds moved by one, halves of
 * `&&` and `||` dropped, awaits and calls removed, figures changed. One change at a time, as an edit of the text.
 */
import { parseSync } from 'vite'

/**
 * @typedef {object} Mutant
 * @property {string} kind what was done, for the report
 * @property {number} start offset in the source
 * @property {number} end
 * @property {string} text what stands there instead
 * @property {number} line 1-based
 * @property {boolean} isTop outside all functions: it ran when the module was loaded
 * @property {{ start: number, end: number, isStatement: boolean }} probe the place that runs when this mutant matters
 */

const BOUNDS = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' }
const TURNED = { '===': '!==', '!==': '===', '==': '!=', '!=': '==' }
const SUMS = { '+': '-', '-': '+', '*': '/', '/': '*' }
const METHODS = { some: 'every', every: 'some', min: 'max', max: 'min', at: null }
/** Left out of chains: `list.filter(f)` becomes `list`. */
const SIEVES = new Set(['filter', 'slice', 'trim', 'toSorted', 'sort'])
const FUNCTIONS = /^(?:Function|ArrowFunction|MethodDefinition|PropertyDefinition)/

/**
 * @param {string} file its name says the language
 * @param {string} source
 * @returns {Mutant[]} in the order of the text
 */
export function mutantsOf(file, source) {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`)
  const found = []
  const seen = new Set()
  const say = (kind, node, text, probe, depth, range = node) => {
    const id = `${range.start}:${range.end}:${text}`
    if (seen.has(id) || source.slice(range.start, range.end) === text) return
    seen.add(id)
    const line = source.slice(0, range.start).split('\n').length
    found.push({ kind, start: range.start, end: range.end, text, line, isTop: depth === 0, probe })
  }
  const of = (node) => source.slice(node.start, node.end)

  /** `probe`: the nearest enclosing expression or statement that can be told apart when it runs. */
  const visit = (node, parent, depth) => {
    if (node === null || typeof node !== 'object') return
    if (Array.isArray(node)) {
      for (const one of node) visit(one, parent, depth)
      return
    }
    if (typeof node.type !== 'string') return
    if (/^(?:Import|ExportAll)/.test(node.type)) return
    if (node.type.startsWith('TS') && !/^TS(?:As|NonNull|Satisfies)/.test(node.type)) return
    mutate(node, parent, depth)
    const inner = FUNCTIONS.test(node.type) ? depth + 1 : depth
    for (const [key, child] of Object.entries(node)) {
      if (key === 'typeAnnotation' || key === 'returnType' || key === 'typeArguments') continue
      if (key === 'key' && !node.computed) continue
      if (key === 'property' && !node.computed) continue
      visit(child, node, inner)
    }
  }

  /** `this.#part = part`: without it nothing works at all, and every test says so. */
  const isKept = ({ type, left, right }) =>
    type === 'AssignmentExpression' &&
    left.type === 'MemberExpression' &&
    left.object.type === 'ThisExpression' &&
    right.type === 'Identifier' &&
    left.property.name === right.name

  const isBoolean = (node) =>
    (node.type === 'BinaryExpression' &&
      (node.operator in BOUNDS || node.operator in TURNED || node.operator === 'in')) ||
    (node.type === 'UnaryExpression' && node.operator === '!') ||
    (node.type === 'LogicalExpression' && node.operator !== '??')

  /** A half of a `&&` left out says the same as the whole held true, and more finely; likewise `||` and false. */
  const hold = (test, depth) => {
    const here = { start: test.start, end: test.end, isStatement: false }
    if (test.operator !== '&&') say('held true', test, 'true', here, depth)
    if (test.operator !== '||') say('held false', test, 'false', here, depth)
  }
  /** Held true and held false, or left out, where it decides: to turn it round too says nothing new. */
  const isHeld = (node, parent) =>
    parent?.type === 'LogicalExpression' ||
    (/^(?:If|Conditional)/.test(parent?.type ?? '') && parent.test === node) ||
    parent?.type === 'ReturnStatement' ||
    (parent?.type === 'ArrowFunctionExpression' && parent.body === node)

  const mutate = (node, parent, depth) => {
    const here = { start: node.start, end: node.end, isStatement: false }
    switch (node.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
        hold(node.test, depth)
        break
      case 'ReturnStatement':
        if (node.argument !== null && isBoolean(node.argument)) hold(node.argument, depth)
        break
      case 'ArrowFunctionExpression':
        if (isBoolean(node.body)) hold(node.body, depth + 1)
        break
      case 'LogicalExpression':
        say(`${node.operator}: only its left`, node, of(node.left), here, depth)
        say(`${node.operator}: only its right`, node, of(node.right), here, depth)
        break
      case 'BinaryExpression': {
        const { operator } = node
        const instead = BOUNDS[operator] ?? TURNED[operator] ?? SUMS[operator]
        if (instead === undefined || (operator in TURNED && isHeld(node, parent))) break
        // Texts are glued, not counted.
        if (operator === '+' && /['"`]/.test(of(node))) break
        const at = source.indexOf(operator, node.left.end)
        say(`${operator} as ${instead}`, node, instead, here, depth, { start: at, end: at + operator.length })
        break
      }
      case 'UnaryExpression':
        if (node.operator === '!' && !isHeld(node, parent))
          say('no longer turned', node, of(node.argument), here, depth)
        break
      case 'UpdateExpression':
        say('not counted', node, node.prefix ? of(node.argument) : of(node.argument), here, depth)
        break
      case 'AssignmentExpression':
        if (node.operator !== '=' && node.operator.length === 2) {
          const instead = { '+=': '-=', '-=': '+=' }[node.operator]
          const at = source.indexOf(node.operator, node.left.end)
          if (instead) say('the other way', node, instead, here, depth, { start: at, end: at + 2 })
        }
        break
      case 'AwaitExpression':
        say('not awaited', node, `(${of(node.argument)})`, here, depth)
        break
      case 'ExpressionStatement': {
        const statement = { start: node.start, end: node.end, isStatement: true }
        if (isKept(node.expression)) break
        if (
          /^(?:Call|Await|Chain|Assignment|Unary|Update)Expression$/.test(node.expression.type) &&
          node.directive === undefined
        )
          say('left out', node, ';', statement, depth)
        break
      }
      case 'ContinueStatement':
      case 'BreakStatement':
        if (parent?.type !== 'SwitchCase')
          say('left out', node, ';', { start: node.start, end: node.end, isStatement: true }, depth)
        break
      case 'CallExpression': {
        const { callee } = node
        if (callee.type !== 'MemberExpression' || callee.computed || parent?.type === 'ExpressionStatement')
          break
        const name = callee.property.name
        const range = { start: callee.property.start, end: callee.property.end }
        if (Object.hasOwn(METHODS, name) && METHODS[name])
          say(`${name} as ${METHODS[name]}`, node, METHODS[name], here, depth, range)
        if (SIEVES.has(name) && !callee.optional) say(`without ${name}`, node, of(callee.object), here, depth)
        break
      }
      case 'Literal':
        if (/^(?:TS|Import|Export)/.test(parent?.type ?? '')) break
        if (typeof node.value === 'boolean') say('the opposite', node, String(!node.value), here, depth)
        else if (typeof node.value === 'number' && depth === 0) {
          say('more', node, node.value === 0 ? '1' : `${node.value * 2 + 1}`, here, depth)
          if (node.value > 1) say('less', node, `${Math.floor(node.value / 2)}`, here, depth)
        } else if (node.regex) {
          const { pattern, flags } = node.regex
          if (pattern.startsWith('^')) say('without ^', node, `/${pattern.slice(1)}/${flags}`, here, depth)
          if (/[^\\]\$$/.test(pattern))
            say('without $', node, `/${pattern.slice(0, -1)}/${flags}`, here, depth)
        }
        break
    }
  }

  visit(program.body, undefined, 0)
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The source with one change. */
export const mutated = (source, { start, end, text }) => source.slice(0, start) + text + source.slice(end)

/**
 * The source with a call to `__reached(key)` at each mutant's place. Values and order of evaluation stay as they are.
 * @param {(index: number) => string} keyOf
 */
export function probed(source, mutants, keyOf) {
  const places = new Map()
  for (const [index, { probe }] of mutants.entries()) {
    const id = `${probe.start}:${probe.end}:${probe.isStatement}`
    const place = places.get(id) ?? { ...probe, keys: [] }
    place.keys.push(keyOf(index))
    places.set(id, place)
  }
  // At one offset the outer place opens first and closes last; nothing closes after another has opened there.
  const edits = []
  for (const { start, end, isStatement, keys } of places.values()) {
    const call = `globalThis.__reached?.(${keys.map((key) => JSON.stringify(key)).join(',')})`
    if (isStatement)
      edits.push(
        { at: start, rank: 1, size: -(end - start), text: `{${call};` },
        { at: end, rank: 0, size: end - start, text: '}' },
      )
    else
      edits.push(
        { at: start, rank: 1, size: -(end - start), text: `(${call},` },
        { at: end, rank: 0, size: end - start, text: ')' },
      )
  }
  edits.sort((a, b) => a.at - b.at || a.rank - b.rank || a.size - b.size)
  let text = ''
  let from = 0
  for (const edit of edits) {
    text += source.slice(from, edit.at) + edit.text
    from = edit.at
  }
  return text + source.slice(from)
}
