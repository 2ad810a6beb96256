import * as z from 'zod/mini'
import { Id } from '../ids.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import { type Kinds, kindOf } from '../session/moment.ts'
import { swapPictures } from './pictures.ts'
import { Workshop } from './workshop.ts'

/** A workshop as a file: what one facilitator hands to another (docs/spec/documents.md). */
export const WORKSHOP_FILE_FORMAT = 'escale-workshop'
export const WORKSHOP_FILE_VERSION = 1

const Header = z.object({ format: z.literal(WORKSHOP_FILE_FORMAT), version: z.int() })

/** A picture of the plan: its id there, and its bytes in base64. */
const FilePicture = z.object({ id: Id, data: z.string() })
export type FilePicture = z.infer<typeof FilePicture>

const WorkshopFile = z.object({ workshop: Workshop, pictures: z.optional(z.array(FilePicture)) })

export const exportWorkshop = (workshop: Workshop, pictures: readonly FilePicture[] = []) => ({
  format: WORKSHOP_FILE_FORMAT,
  version: WORKSHOP_FILE_VERSION,
  workshop,
  ...(pictures.length > 0 ? { pictures } : {}),
})

export interface ImportedWorkshop {
  readonly workshop: Workshop
  /** The pictures that the plan shows, by their new ids, as somebody sent them: to be drawn anew before anything else. */
  readonly pictures: readonly FilePicture[]
  /** How many pictures the plan showed that the file does not carry; they are taken out of the plan. */
  readonly missing: number
}

/**
 * Reads a workshop file that anybody may have written. Ids are minted anew, so that a file can never name something
 * of another session. Refuses `invalid`, `unknown-version`, `unknown-kind`; never throws.
 */
export function importWorkshop(kinds: Kinds, raw: unknown, mintId: () => string): Outcome<ImportedWorkshop> {
  const header = Header.safeParse(raw)
  if (!header.success) return refuse('invalid')
  if (header.data.version > WORKSHOP_FILE_VERSION) return refuse('unknown-version')
  const parsed = WorkshopFile.safeParse(raw)
  if (!parsed.success) return refuse('invalid')
  const { settings } = parsed.data.workshop
  const plan: Workshop['plan'] = []
  for (const activity of parsed.data.workshop.plan) {
    const kind = kindOf(kinds, activity.kind)
    if (kind === undefined) return refuse('unknown-kind')
    const definition = kind.definition(activity.definition)
    if (!definition.ok) return refuse('invalid')
    plan.push({ ...activity, id: mintId(), definition: definition.value })
  }
  const carried = new Map(parsed.data.pictures?.map(({ id, data }) => [id, data]))
  const renamed = new Map<string, FilePicture>()
  const missing = new Set<string>()
  const workshop = swapPictures(kinds, { settings, plan }, (id) => {
    const data = carried.get(id)
    if (data === undefined) {
      missing.add(id)
      return null
    }
    const picture = renamed.get(id) ?? { id: mintId(), data }
    renamed.set(id, picture)
    return picture.id
  })
  return accept({ workshop, pictures: [...renamed.values()], missing: missing.size })
}
