import { PUZZLE_HEADER, type Puzzle, solvesPuzzle } from '@escale/shared'
import { afterEach, expect, test, vi } from 'vitest'
import { deleteJson, getJson, postJson } from './api.ts'

const puzzle: Puzzle = { token: 'signed', bits: 6 }
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
afterEach(() => vi.unstubAllGlobals())

test('[L22] a puzzle is solved without a word, and the same request sent again with the answer', async () => {
  const bodies: unknown[] = []
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    bodies.push(init.body)
    const [token, answer] = new Headers(init.headers).get(PUZZLE_HEADER)?.split('.') ?? []
    const isSolved = token === 'signed' && solvesPuzzle(puzzle, Number(answer))
    return isSolved ? json(200, { session: 's' }) : json(429, { refusal: 'rate-limited', puzzle })
  })
  expect(await postJson('/code', { code: 'ABCD' })).toEqual({ ok: true, value: { session: 's' } })
  expect(bodies).toEqual(['{"code":"ABCD"}', '{"code":"ABCD"}'])
})

test('[L22] a server that asks again and again is told as a refusal in the end', async () => {
  const fetch = vi.fn(async () => json(429, { refusal: 'rate-limited', puzzle }))
  vi.stubGlobal('fetch', fetch)
  expect(await postJson('/code')).toEqual({ ok: false, refusal: 'rate-limited' })
  expect(fetch).toHaveBeenCalledTimes(5)
})

test('what a server refuses is told by its code; what is none of ours by what it must be', async () => {
  for (const [status, body, refusal] of [
    [403, { refusal: 'removed' }, 'removed'],
    [429, { refusal: 'busy' }, 'busy'],
    [429, {}, 'rate-limited'],
    [413, 'Request Entity Too Large', 'too-large'],
    [404, { refusal: 'nonsense' }, 'unreachable'],
    [502, null, 'unreachable'],
    [500, { refusal: null }, 'unreachable'],
    // A puzzle is for who is told to wait, and for nobody else.
    [403, { refusal: 'not-allowed', puzzle }, 'not-allowed'],
  ] as const) {
    const fetch = vi.fn(async () => json(status, body))
    vi.stubGlobal('fetch', fetch)
    expect([status, await postJson('/x')]).toEqual([status, { ok: false, refusal }])
    expect(fetch).toHaveBeenCalledTimes(1)
  }
  for (const page of ['<html>', '']) {
    vi.stubGlobal('fetch', async () => new Response(page, { status: 502 }))
    expect(await getJson('/x')).toEqual({ ok: false, refusal: 'unreachable' })
  }
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  expect(await getJson('/x')).toEqual({ ok: false, refusal: 'unreachable' })
})

test('requests carry our cookie, say what they are, and are not waited for without end', async () => {
  const asked: RequestInit[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push(init)
    return json(200, path)
  })
  const within = vi.spyOn(AbortSignal, 'timeout')
  expect(await getJson('/a')).toEqual({ ok: true, value: '/api/a' })
  await postJson('/b')
  await postJson('/c', { c: 1 }, 60_000)
  await deleteJson('/d', { sure: true })
  expect(within.mock.calls).toEqual([[15_000], [15_000], [60_000], [15_000]])
  const JSON_TYPE = { 'content-type': 'application/json' }
  expect(asked).toMatchObject([
    { method: 'GET' },
    { method: 'POST', headers: JSON_TYPE, body: '{}' },
    { method: 'POST', headers: JSON_TYPE, body: '{"c":1}' },
    { method: 'DELETE', headers: JSON_TYPE, body: '{"sure":true}' },
  ])
  for (const { credentials, signal } of asked)
    expect([credentials, signal]).toEqual(['same-origin', expect.any(AbortSignal)])
  within.mockRestore()
})
