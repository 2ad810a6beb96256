import type { Failure, Refusal } from '@escale/shared'
import type { Request, Response } from 'express'
import { expect, test } from 'vitest'
import { createLog } from '../observability/log.ts'
import { StoreError, type StoreFault } from '../store/store.ts'
import { answerErrors, granted, HttpRefusal, parsed } from './refusals.ts'

interface Answer {
  readonly status: number
  readonly body: Failure
  readonly logged: number
  readonly passedOn: number
}
function answerTo(error: unknown, headersSent = false): Answer {
  const said: string[] = []
  let passedOn = 0
  const answer = { status: 0, body: {} as Failure }
  const response = {
    headersSent,
    status(status: number) {
      answer.status = status
      return this
    },
    json(body: Failure) {
      answer.body = body
      return this
    },
  }
  const handle = answerErrors(createLog('error', { write: (line) => void said.push(line) }))
  handle(error, {} as Request, response as unknown as Response, () => void passedOn++)
  return { ...answer, logged: said.length, passedOn }
}

/** As docs/spec/protocol.md says what may be asked again, and what not. */
const STATUS: Readonly<Record<number, readonly Refusal[]>> = {
  400: ['invalid'],
  403: ['not-allowed', 'removed', 'unknown-address'],
  404: ['unknown-activity', 'unknown-code', 'unknown-person', 'unknown-session'],
  408: ['expired'],
  409: ['already', 'closed', 'full', 'locked', 'not-now', 'nothing-to-undo', 'stale', 'too-many'],
  410: ['deleted', 'ended'],
  413: ['too-large'],
  422: ['unknown-kind', 'unknown-version'],
  429: ['rate-limited'],
  503: ['busy', 'storage'],
  507: ['no-space'],
}

test.each(
  Object.entries(STATUS).flatMap(([status, refusals]) =>
    refusals.map((one) => [one, Number(status)] as const),
  ),
)('%s is answered as %s, and nothing is logged', (refusal, status) => {
  expect(answerTo(new HttpRefusal(refusal))).toEqual({ status, body: { refusal }, logged: 0, passedOn: 0 })
})

test('what opens nevertheless is told with the refusal', () => {
  const puzzle = { token: 't', bits: 1 }
  expect(answerTo(new HttpRefusal('rate-limited', puzzle)).body).toEqual({ refusal: 'rate-limited', puzzle })
  expect(answerTo(new HttpRefusal('rate-limited')).body).not.toHaveProperty('puzzle')
})

test.each<[StoreFault, number, Refusal]>([
  ['unknown-session', 404, 'unknown-session'],
  ['key-gone', 403, 'not-allowed'],
  ['taken', 503, 'storage'],
])('a fault of the store, %s, is %s %s', (fault, status, refusal) => {
  expect(answerTo(new StoreError(fault, 'why'))).toMatchObject({ status, body: { refusal }, logged: 0 })
})

test.each<[string, unknown, number, Refusal, number]>([
  ['a body that is too large', Object.assign(new Error('x'), { status: 413 }), 413, 'too-large', 0],
  ['a body that cannot be read', Object.assign(new Error('x'), { status: 400 }), 400, 'invalid', 0],
  [
    'anything else that is the client’s doing',
    Object.assign(new Error('x'), { status: 499 }),
    400,
    'invalid',
    0,
  ],
  ['what is ours', Object.assign(new Error('x'), { status: 500 }), 500, 'storage', 1],
  ['what is no fault at all', Object.assign(new Error('x'), { status: 399 }), 500, 'storage', 1],
  ['a status that is no number', Object.assign(new Error('x'), { status: '404' }), 500, 'storage', 1],
  ['an error without a status', new Error('secret'), 500, 'storage', 1],
  ['something thrown that is no error', { status: 404 }, 500, 'storage', 1],
  ['nothing', undefined, 500, 'storage', 1],
])('%s', (_, error, status, refusal, logged) => {
  expect(answerTo(error)).toEqual({ status, body: { refusal }, logged, passedOn: 0 })
})

test('an answer that has begun is not begun again', () => {
  expect(answerTo(new HttpRefusal('invalid'), true)).toEqual({ status: 0, body: {}, logged: 0, passedOn: 1 })
})

test('an outcome is granted or thrown, and what does not fit a schema is invalid', () => {
  expect(granted({ ok: true, value: 7 })).toBe(7)
  expect(() => granted({ ok: false, refusal: 'full' })).toThrow(expect.objectContaining({ refusal: 'full' }))
  expect(parsed({ safeParse: () => ({ success: true, data: 7 }) }, 0)).toBe(7)
  expect(() => parsed({ safeParse: () => ({ success: false }) }, 0)).toThrow(
    expect.objectContaining({ refusal: 'invalid' }),
  )
})
