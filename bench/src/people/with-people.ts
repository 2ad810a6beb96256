import { fileURLToPath } from 'node:url'
import { withHelpers } from '../remote/start.ts'
import type { People } from './messages.ts'

const FILE = fileURLToPath(new URL('./people-process.ts', import.meta.url))

/** Gives `use` so many processes of simulated people; they leave with it. */
export const withPeople = <R>(count: number, use: (people: readonly People[]) => Promise<R>): Promise<R> =>
  withHelpers<People, R>(FILE, count, use)
