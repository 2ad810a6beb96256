/** The documents of a wall's history: one that lists the checkpoints, and one for each of them. The server alone writes them. */
import type * as Y from 'yjs'
import { LABEL_MAX_CHARS } from '../../../limits.ts'

/** Which checkpoints there are. */
export const HISTORY = 'history'
const KEPT = 'checkpoint-'
/** Of one wall. Each holds a whole wall: enough for a long day, and no burden for a small server. */
export const CHECKPOINTS_MAX = 30
/** All checkpoints of one wall; the last may pass it. */
export const CHECKPOINTS_MAX_BYTES = 48 * 1024 * 1024

/** The document that holds the wall as it was at a checkpoint. */
export const checkpointName = (id: string): string => `${KEPT}${id}`
export const isOfHistory = (name: string): boolean => name === HISTORY || name.startsWith(KEPT)

export interface Checkpoint {
  readonly id: string
  /** Of one that was made by itself: the title of the checkpoint that was gone back to. */
  readonly title: string
  /** When it was made, server time, ms. */
  readonly at: number
  /** How many notes were on the wall. */
  readonly notes: number
  /** It was made by itself, before the wall went back to another. */
  readonly isAutomatic: boolean
  /** How large it is; of those that were made before it was counted: 0. */
  readonly bytes: number
}

type Entries = Y.Map<unknown>
const entriesOf = (history: Y.Doc): Entries => history.getMap('checkpoints')

function readEntry(id: string, raw: unknown): Checkpoint | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined
  const { title, at, notes, isAutomatic, bytes } = raw as Readonly<Record<string, unknown>>
  if (typeof title !== 'string' || typeof at !== 'number' || typeof notes !== 'number') return undefined
  return {
    id,
    title: title.slice(0, LABEL_MAX_CHARS),
    at,
    notes,
    isAutomatic: isAutomatic === true,
    bytes: Number(bytes) || 0,
  }
}

/** The checkpoints that there are, the newest first. Never throws. */
export const readHistory = (history: Y.Doc): readonly Checkpoint[] =>
  [...entriesOf(history)]
    .flatMap(([id, raw]) => readEntry(id, raw) ?? [])
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))

export const findCheckpoint = (history: Y.Doc, id: string): Checkpoint | undefined =>
  readEntry(id, entriesOf(history).get(id))

export const countCheckpoints = (history: Y.Doc): number => entriesOf(history).size

/** All of them together. */
export const weighCheckpoints = (history: Y.Doc): number =>
  readHistory(history).reduce((sum, { bytes }) => sum + bytes, 0)

export function listCheckpoint(history: Y.Doc, { id, ...entry }: Checkpoint): void {
  entriesOf(history).set(id, entry)
}

export function unlistCheckpoint(history: Y.Doc, id: string): void {
  entriesOf(history).delete(id)
}
