import * as z from 'zod/mini'
import { accept, type Outcome, refuse } from '../outcome.ts'
import { type Kinds, kindOf } from '../session/moment.ts'
import { Workshop } from './workshop.ts'

/** A workshop as a file: what one facilitator hands to another (docs/spec/documents.md). */
export const WORKSHOP_FILE_FORMAT = 'escale-workshop'
export const WORKSHOP_FILE_VERSION = 1

const Header = z.object({ format: z.literal(WORKSHOP_FILE_FORMAT), version: z.int() })

export const exportWorkshop = (workshop: Workshop) => ({
  format: WORKSHOP_FILE_FORMAT,
  version: WORKSHOP_FILE_VERSION,
  workshop,
})

/**
 * Reads a workshop file that anybody may have written. Ids are minted anew, so that a file can never name something
 * of another session. Refuses `invalid`, `unknown-version`, `unknown-kind`; never throws.
 */
export function importWorkshop(kinds: Kinds, raw: unknown, mintId: () => string): Outcome<Workshop> {
  const header = Header.safeParse(raw)
  if (!header.success) return refuse('invalid')
  if (header.data.version > WORKSHOP_FILE_VERSION) return refuse('unknown-version')
  const parsed = Workshop.safeParse((raw as { workshop?: unknown }).workshop)
  if (!parsed.success) return refuse('invalid')
  const plan: Workshop['plan'] = []
  for (const activity of parsed.data.plan) {
    const kind = kindOf(kinds, activity.kind)
    if (kind === undefined) return refuse('unknown-kind')
    const definition = kind.definition(activity.definition)
    if (!definition.ok) return refuse('invalid')
    plan.push({ ...activity, id: mintId(), definition: definition.value })
  }
  return accept({ settings: parsed.data.settings, plan })
}
