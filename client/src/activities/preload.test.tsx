import { renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { usePreload } from './preload.ts'
import { kindEntries } from './registry.ts'

const asked: string[] = []

beforeEach(() => {
  for (const [kind, entry] of Object.entries(kindEntries))
    vi.spyOn(entry, 'load').mockImplementation(() => {
      asked.push(kind)
      return Promise.reject(new Error('no network'))
    })
})
afterEach(() => {
  vi.restoreAllMocks()
  asked.length = 0
  Reflect.deleteProperty(navigator, 'connection')
})

test('the code of the plan’s kinds is fetched one after the other, whatever fails, and of no others', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'requestIdleCallback'] })
  const { unmount } = renderHook(() => usePreload(['slide', 'not-of-this-version', 'wall'], undefined))
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(20_000)
  vi.useRealTimers()
  await waitFor(() => expect(asked).toEqual(['slide', 'wall']))
  unmount()
})

test('who asked for little traffic loads nothing ahead', async () => {
  Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } })
  vi.useFakeTimers({ toFake: ['setTimeout', 'requestIdleCallback'] })
  renderHook(() => usePreload(['slide'], undefined))
  await vi.advanceTimersByTimeAsync(20_000)
  vi.useRealTimers()
  expect(asked).toEqual([])
})

test('who leaves meanwhile loads no more', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'requestIdleCallback'] })
  const { unmount } = renderHook(() => usePreload(['slide', 'wall'], 'wall'))
  unmount()
  await vi.advanceTimersByTimeAsync(20_000)
  vi.useRealTimers()
  expect(asked).toEqual([])
})

test('what runs now comes before what may run later', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'requestIdleCallback'] })
  renderHook(() => usePreload(['slide', 'wall'], 'wall'))
  await vi.advanceTimersByTimeAsync(20_000)
  vi.useRealTimers()
  await waitFor(() => expect(asked).toEqual(['wall', 'slide']))
})
