import { PUZZLE_HEADER, type Puzzle, solvesPuzzle } from '@escale/shared'
import { afterEach, expect, test, vi } from 'vitest'
import { postJson } from './api.ts'

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
