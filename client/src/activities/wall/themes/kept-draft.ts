/** A proposal that a facilitator has corrected and not accepted: in this tab it survives its dialog and a reload. */
import type { ActivityId } from '@escale/shared'
import { inTab, keptForActivity } from '../../../app/kept-here.ts'
import type { Draft, DraftGroup } from './draft.ts'

const keyOf = (activity: ActivityId) => keptForActivity('themes', activity)

const areTexts = (found: unknown): found is string[] =>
  Array.isArray(found) && found.every((one) => typeof one === 'string')

const isGroup = (found: unknown): found is DraftGroup => {
  const one = found as Partial<DraftGroup> | null
  return (
    typeof one === 'object' &&
    typeof one?.id === 'string' &&
    typeof one.title === 'string' &&
    areTexts(one.words) &&
    areTexts(one.notes)
  )
}

/** null: nothing was begun here, or what is kept is not ours. */
export function keptThemes(activity: ActivityId): Draft | null {
  const found = inTab.readJson(keyOf(activity)) as Partial<Draft> | null
  if (typeof found !== 'object' || found === null) return null
  const { groups, alone } = found
  return Array.isArray(groups) && groups.every(isGroup) && areTexts(alone)
    ? { groups, alone, touched: true }
    : null
}

/** null, or one that nobody has changed: nothing is kept. */
export const keepThemes = (activity: ActivityId, draft: Draft | null): void =>
  void inTab.write(keyOf(activity), draft?.touched ? JSON.stringify(draft) : null)
