/** Simulated people over the real HTTP and Socket.IO: the process that a scenario starts, and orders by IPC. */
import { setMaxListeners } from 'node:events'
import { startCrowd } from '@escale/bots'
import { createRandom } from '@escale/shared'
import { now, pause } from '../measure/clock.ts'
import { inParallel } from '../measure/in-parallel.ts'
import { serve } from '../remote/serve.ts'
import type { Arrivals, People, Place } from './messages.ts'
import { Page } from './page.ts'
import { startWatching } from './watcher.ts'

const WATCHERS_AT_ONCE = 8
const said: string[] = []

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const numbersFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index)

setMaxListeners(0, process)

async function arrive(place: Place, people: number, first: number, overMs: number): Promise<Arrivals> {
  const joinMs: number[] = []
  const failures: string[] = []
  await Promise.all(
    numbersFrom(first, people).map(async (number) => {
      await pause(createRandom(`arrival ${number}`).next() * overMs)
      const began = now()
      try {
        await Page.open(place, number)
        joinMs.push(now() - began)
      } catch (error) {
        failures.push(textOf(error))
      }
    }),
  )
  return { joinMs, failures }
}

async function live(place: Place, people: number, withinMs: number): Promise<void> {
  startCrowd({ ...place, people, joinWithinMs: withinMs, onTrouble: (error) => said.push(textOf(error)) })
  await pause(withinMs)
}

async function watch(...[place, people, first, document]: Parameters<People['watch']>): Promise<void> {
  await inParallel(numbersFrom(first, people), WATCHERS_AT_ONCE, (number) =>
    startWatching(place, number, createRandom(`clock ${number}`).next(), document),
  )
}

serve<People>({ arrive, live, watch, troubles: async () => said })
