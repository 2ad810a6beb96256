import { fileURLToPath } from 'node:url'
import { withHelpers } from '../remote/start.ts'
import type { Crowd } from './messages.ts'

const FILE = fileURLToPath(new URL('./crowd-process.ts', import.meta.url))

/** Gives `use` so many crowds, each a process; they end with it. */
export const withCrowds = <R>(count: number, use: (crowds: readonly Crowd[]) => Promise<R>): Promise<R> =>
  withHelpers<Crowd, R>(FILE, count, use)
