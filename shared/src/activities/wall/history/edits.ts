import * as z from 'zod/mini'
import { Id } from '../../../ids.ts'
import { LABEL_MAX_CHARS } from '../../../limits.ts'

/** What facilitators ask of a wall's history. */
export const HISTORY_EDITS = [
  /** The wall is kept as it is, under this name. */
  z.object({
    type: z.literal('checkpoint'),
    id: Id,
    title: z.string().check(z.trim(), z.minLength(1), z.maxLength(LABEL_MAX_CHARS)),
  }),
  /** The wall becomes as it was at `id`. What it is now is kept first, as the checkpoint `before`. */
  z.object({ type: z.literal('restore'), id: Id, before: Id }),
  z.object({ type: z.literal('forget'), id: Id }),
] as const

export type HistoryEdit = z.infer<(typeof HISTORY_EDITS)[number]>

const TYPES: ReadonlySet<string> = new Set<HistoryEdit['type']>(['checkpoint', 'restore', 'forget'])
export const isHistoryEdit = <E extends { readonly type: string }>(
  edit: E,
): edit is Extract<E, { readonly type: HistoryEdit['type'] }> => TYPES.has(edit.type)
