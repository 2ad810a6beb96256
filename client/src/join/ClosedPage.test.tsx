import type { Door } from '@escale/shared'
import { act, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aDoor, NOBODY } from '../testkit/door.ts'
import { ClosedPage } from './ClosedPage.tsx'
import type { Closed } from './closed.ts'

const DOOR = aDoor()
const removed = aDoor({ known: { ...NOBODY, removed: true } })

/** What the server says at the door, look by look; the last goes on. */
let answers: (Door | undefined)[] = []
/** What is said when it opens. */
let said: string | null = null
const opened = vi.fn(() => {
  said = document.body.textContent
})

beforeEach(() => {
  vi.useFakeTimers()
  opened.mockClear()
  vi.stubGlobal('fetch', async () => {
    const door = answers.length > 1 ? answers.shift() : answers[0]
    if (door === undefined) throw new TypeError('no answer')
    return Response.json(door)
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A little more than a knock. */
const aWhile = () => act(() => vi.advanceTimersByTimeAsync(11_000))
const stand = (why: Closed, session: string | undefined = 's1') =>
  render(<ClosedPage why={why} {...(session && { session })} onRetry={opened} />)

test.each<[Closed, Door | undefined, Door]>([
  ['locked', { ...DOOR, locked: true }, DOOR],
  ['full', { ...DOOR, full: true }, DOOR],
  ['removed', removed, DOOR],
  ['refused', removed, DOOR],
  ['unreachable', undefined, DOOR],
  ['deleted', undefined, DOOR],
])('a door that is shut (%s) opens by itself, and not before', async (why, shut, open) => {
  answers = [shut, shut, open]
  stand(why)
  await aWhile()
  await aWhile()
  expect(opened).not.toHaveBeenCalled()
  await aWhile()
  expect(opened).toHaveBeenCalledTimes(1)
  expect(said).toMatch(/C’est ouvert/)
  await aWhile()
  expect(opened).toHaveBeenCalledTimes(1)
})

test('whoever comes back to the page does not wait for the next look', async () => {
  answers = [DOOR]
  stand('locked')
  await act(async () => {
    document.dispatchEvent(new Event('visibilitychange'))
    await vi.advanceTimersByTimeAsync(10)
  })
  expect(opened).toHaveBeenCalledTimes(1)
})

test('a door that does not open by itself is left alone', async () => {
  answers = [DOOR]
  stand('ended')
  await aWhile()
  expect(opened).not.toHaveBeenCalled()
})
