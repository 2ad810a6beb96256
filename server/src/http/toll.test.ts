import type { Request } from 'express'
import { beforeEach, expect, test } from 'vitest'
import { RATES, RateLimits } from '../auth/rate-limits.ts'
import { Tolls } from '../auth/tolls.ts'
import type { HttpDeps } from './deps.ts'
import { throughToll } from './toll.ts'

/** From an empty rate to a point again. */
const WAIT_MS = 300
let deps: HttpDeps
beforeEach(() => {
  const wrongCodesPerAddress = { points: 1, duration: WAIT_MS / 1_000 }
  deps = { tolls: new Tolls(new RateLimits({ ...RATES, wrongCodesPerAddress })) } as HttpDeps
})
const pass = () => throughToll(deps, { get: () => undefined } as unknown as Request, 'code', ['a'])

test('[L23] within the rate one passes at once, the next one after a moment, and a third is told what opens', async () => {
  const began = performance.now()
  await pass()
  const next = pass()
  await expect(pass()).rejects.toMatchObject({
    refusal: 'rate-limited',
    puzzle: { bits: expect.any(Number) },
  })
  expect(performance.now() - began).toBeLessThan(WAIT_MS)
  await next
  expect(performance.now() - began).toBeGreaterThan(WAIT_MS * 0.9)
})

test('[L23] what turned out not to count is uncounted', async () => {
  for (let i = 0; i < 20; i++) (await pass())()
  await expect(pass()).resolves.toBeTypeOf('function')
})
