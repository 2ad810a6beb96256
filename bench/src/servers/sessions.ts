/** Sessions of our own server, made and driven over its API as a facilitator does. */
import { createAs, type Facilitator } from '@escale/bots'
import { defaultSettings, exportWorkshop, limits } from '@escale/shared'

/** A session of one activity of `kind`, which is running. */
export async function openActivity(baseUrl: string, kind: string, definition: unknown): Promise<Facilitator> {
  const workshop = {
    settings: { ...defaultSettings('Banc d’essai', 'fr'), capacity: limits.SESSION_CAPACITY_MAX },
    plan: [
      {
        id: 'only',
        kind,
        title: 'Ce qui nous importe',
        instructions: '',
        privateNote: '',
        durationMs: 20 * 60_000,
        durationProposed: false,
        definition,
      },
    ],
  }
  const facilitator = await createAs(baseUrl, { file: exportWorkshop(workshop) })
  await facilitator.go(facilitator.activity(kind).id)
  return facilitator
}

export const PLAIN_SLIDE = { body: 'Bienvenue.', quotes: [], picture: null, links: [], video: null }
export const TABLES_OF_TEN = {
  question: '',
  min: 10,
  max: 10,
  target: null,
  turnMs: 120_000,
  mixBy: 'none',
  facilitatorsTakePart: false,
  order: 'alphabetical',
  autoAdvance: true,
}
