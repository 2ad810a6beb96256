import { expect, test } from 'vitest'
import { describeFault } from './describe-fault.ts'

const thrownBy = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error
  }
}
const CANARY = 'Léa pleure'

test('[O3] of a fault its class, code and places are said, and not a word of its message', () => {
  const hostile = `${CANARY}\n    at ${CANARY} (/home/lea/secret.ts:1:1)\n    at secret (/home/lea/secret.ts:2:2)`
  const faults = [
    new TypeError(hostile),
    thrownBy(() => JSON.parse(`{"${CANARY}`)),
    thrownBy(() => decodeURIComponent(`%${CANARY}`)),
    Object.assign(new Error('x', { cause: new RangeError(hostile) }), { code: 'ECONNRESET' }),
    Object.assign(new Error(CANARY), { name: CANARY, code: CANARY }),
    Object.assign(new Error('x'), { message: hostile }),
    CANARY,
    { [CANARY]: CANARY },
    undefined,
  ]
  const told = faults.map((fault) => describeFault(fault))
  expect(JSON.stringify(told)).not.toMatch(/Léa|pleure|secret|home|lea/)
  expect(told.map((t) => t.type)).toEqual([
    'TypeError',
    'SyntaxError',
    'URIError',
    'Error',
    'Error',
    'Error',
    'string',
    'object',
    'undefined',
  ])
  expect(told[3]).toMatchObject({ code: 'ECONNRESET', cause: { type: 'RangeError' } })
})

test('[O3] where it was thrown is said with function, file and line, without the folders of this machine', () => {
  const here = function nameOfThePlace() {
    return describeFault(new Error('x'))
  }
  expect(here().at[0]).toMatch(/^nameOfThePlace observability\/describe-fault\.test\.ts:\d+:\d+$/)
  expect(here().at.join('\n')).not.toContain(process.cwd())
})
