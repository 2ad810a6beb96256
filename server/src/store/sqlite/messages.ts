/** What the main thread and the store's worker say to each other. */
import type { StoreFault } from '../store.ts'
import type { Tables } from './tables-port.ts'

export interface WorkerSettings {
  readonly folder: string
  readonly startEmpty: boolean
}

export type Call = {
  [N in keyof Tables]: { readonly id: number; readonly name: N; readonly args: Parameters<Tables[N]> }
}[keyof Tables]

export type Request =
  | Call
  | { readonly name: 'close' }
  | { readonly name: 'crash' }
  | { readonly name: 'scrub' }

export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly fault: StoreFault; readonly message: string }

export type Report =
  | { readonly type: 'open'; readonly losses: readonly string[]; readonly lastAt: number }
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'answers'; readonly answers: readonly Answer[] }
  | { readonly type: 'scrubbed' }
  | { readonly type: 'closed' }
