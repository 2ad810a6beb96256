import { type Failure, type Outcome, type Puzzle, type Refusal, refuse } from '@escale/shared'
import type { ErrorRequestHandler } from 'express'
import type { Log } from '../observability/log.ts'
import { StoreError, type StoreFault } from '../store/store.ts'

const STATUS: Readonly<Record<Refusal, number>> = {
  already: 409,
  busy: 503,
  closed: 409,
  deleted: 410,
  ended: 410,
  expired: 408,
  full: 409,
  invalid: 400,
  locked: 409,
  'no-space': 507,
  'not-allowed': 403,
  'not-now': 409,
  'nothing-to-undo': 409,
  'rate-limited': 429,
  removed: 403,
  stale: 409,
  storage: 503,
  'too-large': 413,
  'too-many': 409,
  'unknown-activity': 404,
  'unknown-address': 403,
  'unknown-code': 404,
  'unknown-kind': 422,
  'unknown-person': 404,
  'unknown-session': 404,
  'unknown-version': 422,
}

/** Thrown in a route to answer with a refusal. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal'
  readonly refusal: Refusal
  /** What opens nevertheless. */
  readonly puzzle: Puzzle | undefined
  constructor(refusal: Refusal, puzzle?: Puzzle) {
    super(refusal)
    this.refusal = refusal
    this.puzzle = puzzle
  }
}

/** The value of an outcome. @throws HttpRefusal */
export function granted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new HttpRefusal(outcome.refusal)
  return outcome.value
}

/** What a schema of zod makes of unknown data. @throws HttpRefusal `invalid` */
export function parsed<T>(
  schema: { safeParse: (raw: unknown) => { success: true; data: T } | { success: false } },
  raw: unknown,
): T {
  const result = schema.safeParse(raw)
  return granted(result.success ? { ok: true, value: result.data } : refuse('invalid'))
}

/** What of the store's faults is the asker's affair. */
const FAULTS: Partial<Record<StoreFault, Refusal>> = {
  'unknown-session': 'unknown-session',
  'key-gone': 'not-allowed',
}

/** An error's refusal; undefined when it is not the client's doing. */
function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof HttpRefusal) return error.refusal
  if (error instanceof StoreError) return FAULTS[error.fault] ?? 'storage'
  // What express and its body parsers throw: their message may quote the input, so only the status counts.
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  if (status === 413) return 'too-large'
  return typeof status === 'number' && status >= 400 && status < 500 ? 'invalid' : undefined
}

/** Answers every error as `{ refusal }`; the last handler. */
export const answerErrors =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const known = refusalOf(error)
    if (known === undefined) log.error({ err: error }, 'a request failed')
    const refusal = known ?? 'storage'
    const puzzle = error instanceof HttpRefusal ? error.puzzle : undefined
    const failure: Failure = { refusal, ...(puzzle ? { puzzle } : {}) }
    response.status(known === undefined ? 500 : STATUS[refusal]).json(failure)
  }
