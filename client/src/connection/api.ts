/** Requests under `/api`. Answers are outcomes: nothing here throws for what can go wrong. */
import { type Failure, type Puzzle, REFUSALS, type Refusal } from '@escale/shared'
import { at } from '../app/addresses.ts'

/** A refusal of the server, or no answer at all. */
export type ApiRefusal = Refusal | 'unreachable'
export type ApiOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: ApiRefusal }

const PASSING: ReadonlySet<ApiRefusal> = new Set([
  'unreachable',
  'unknown-address',
  'busy',
  'rate-limited',
  'expired',
  'storage',
  'no-space',
] satisfies ApiRefusal[])
/**
 * Why nothing was said of what was asked: the same may be granted a little later, so that nothing may be thrown away for it, and
 * nobody is shut out who is known already. Undefined: the refusal is about what was asked.
 */
export const notAnswered = (refusal: ApiRefusal): 'unreachable' | 'unknown-address' | undefined =>
  PASSING.has(refusal) ? (refusal === 'unknown-address' ? refusal : 'unreachable') : undefined

/** The price of a try may rise while a puzzle is being solved; after this many it is said that it does not work. */
const PUZZLES_MAX = 4
/** A server that does not answer for this long counts as unreachable. */
const TIMEOUT_MS = 15_000

function refusalIn(body: unknown, status: number): Refusal | 'unreachable' {
  const given = typeof body === 'object' && body !== null && 'refusal' in body ? body.refusal : undefined
  const known = REFUSALS.find((refusal) => refusal === given)
  // A proxy's error page has no code of ours: the server behind it is what is missing.
  return known ?? (status === 429 ? 'rate-limited' : status === 413 ? 'too-large' : 'unreachable')
}

const puzzleIn = (body: unknown): Puzzle | undefined => (body as Partial<Failure> | undefined)?.puzzle

async function request<T>(
  path: string,
  init: RequestInit,
  withinMs = TIMEOUT_MS,
  puzzlesLeft = PUZZLES_MAX,
): Promise<ApiOutcome<T>> {
  try {
    const response = await fetch(at(`/api${path}`), {
      credentials: 'same-origin',
      signal: AbortSignal.timeout(withinMs),
      ...init,
    })
    const body: unknown = await response.json().catch(() => undefined)
    const puzzle = response.status === 429 && puzzlesLeft > 0 ? puzzleIn(body) : undefined
    if (puzzle !== undefined) {
      // Seldom needed, so not there from the start.
      const { answerHeader } = await import('./solve-puzzle.ts')
      const headers = { ...init.headers, ...(await answerHeader(puzzle)) }
      return await request<T>(path, { ...init, headers }, withinMs, puzzlesLeft - 1)
    }
    // The server's answers are its own types (shared/src/protocol/http.ts); it is trusted to keep to them.
    return response.ok
      ? { ok: true, value: body as T }
      : { ok: false, refusal: refusalIn(body, response.status) }
  } catch {
    return { ok: false, refusal: 'unreachable' }
  }
}

export const getJson = <T>(path: string, withinMs = TIMEOUT_MS): Promise<ApiOutcome<T>> =>
  request<T>(path, { method: 'GET' }, withinMs)

export const deleteJson = <T>(path: string, body: unknown = {}): Promise<ApiOutcome<T>> =>
  request<T>(path, {
    method: 'DELETE',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** `withinMs`: how long an answer may take, for what is long to send. */
export const postJson = <T>(
  path: string,
  body: unknown = {},
  withinMs = TIMEOUT_MS,
): Promise<ApiOutcome<T>> =>
  request<T>(
    path,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    withinMs,
  )
