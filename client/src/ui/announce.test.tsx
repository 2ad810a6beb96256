import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listen } from '../testkit/listen.ts'
import { announce } from './announce.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => {
  vi.advanceTimersByTime(60_000)
  vi.useRealTimers()
})

test('what is told within one moment is told together, and the same only once', () => {
  const { heard } = listen()
  announce('Nouvelle séquence.')
  announce('Nouveau mot : fenêtre')
  announce('Nouvelle séquence.')
  expect(heard()).toEqual(['Nouvelle séquence. Nouveau mot : fenêtre'])
})

test('what comes later is told by itself; the same again is told again', () => {
  const { heard } = listen()
  announce('Un.')
  expect(heard()).toEqual(['Un.'])
  vi.advanceTimersByTime(1_000)
  announce('Deux.')
  expect(heard()).toEqual(['Deux.'])
  vi.advanceTimersByTime(1_000)
  announce('Deux.')
  expect(heard()).toEqual(['Deux.'])
})
