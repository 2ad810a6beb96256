import type { Door, Refusal } from '@escale/shared'
import { renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { enterConsole } from '../console/entry/enter.ts'
import { aDoor, NOBODY } from '../testkit/door.ts'
import { useDoor } from './use-door.ts'

const SECRET = 's'.repeat(43)
const PASSING: readonly Refusal[] = ['busy', 'rate-limited', 'storage', 'no-space', 'expired']

afterEach(() => {
  vi.unstubAllGlobals()
  window.history.replaceState(null, '', '/')
})

/** Somebody comes with a link: what the server says of its secret, and what it says at the door. */
function arrive(refusal: Refusal, known: Partial<Door['known']>): void {
  window.history.replaceState(null, '', `/#${SECRET}`)
  vi.stubGlobal('fetch', async (address: string) =>
    address.endsWith('/enter')
      ? Response.json({ refusal }, { status: 503 })
      : Response.json(aDoor({ known: { ...NOBODY, ...known } })),
  )
}
const atTheDoor = async () => {
  const { result } = renderHook(() => useDoor('s1'))
  await waitFor(() => expect(result.current.state.at).toBe('door'))
  return result.current.state
}

test.each(PASSING)(
  'a link of which nothing was said (%s) stays, and shuts nobody out who is known',
  async (refusal) => {
    arrive(refusal, { participant: true, facilitator: true })
    const known = { participant: true, facilitator: true }
    expect(await atTheDoor()).toMatchObject({ secret: 'unreachable', door: { known } })
    expect(await enterConsole('s1')).toMatchObject({ is: 'in' })
    expect(window.location.hash).toBe(`#${SECRET}`)
  },
)

test('who is not known is told that nobody answers, and what a server says that is called by another address', async () => {
  arrive('busy', {})
  expect(await atTheDoor()).toMatchObject({ at: 'door', secret: 'unreachable' })
  expect(await enterConsole('s1')).toEqual({ is: 'unreachable' })
  arrive('unknown-address', {})
  expect(await atTheDoor()).toMatchObject({ at: 'door', secret: 'unknown-address' })
  expect(await enterConsole('s1')).toEqual({ is: 'unknown-address' })
  expect(window.location.hash).toBe(`#${SECRET}`)
})

test('a link that is no good is wiped, and shuts nobody out either', async () => {
  arrive('not-allowed', { facilitator: true })
  expect(await enterConsole('s1')).toMatchObject({ is: 'in' })
  expect(window.location.hash).toBe('')
  arrive('not-allowed', {})
  expect(await enterConsole('s1')).toEqual({ is: 'wrong' })
  arrive('not-allowed', {})
  expect(await atTheDoor()).toMatchObject({ secret: 'not-allowed' })
  expect(window.location.hash).toBe('')
})
