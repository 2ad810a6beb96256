import type { RoundTableDefinition, RoundTableView } from '@escale/shared/activities/round-table'
import { UsersRound } from 'lucide-react'
import { lazyView } from '../kit/kind-entry.ts'
import { sealViews } from '../kit/views.ts'
import { Participant } from './Participant.tsx'

export const views = sealViews<RoundTableView, RoundTableDefinition>({
  Participant,
  Console: lazyView(async () => (await import('./console/Console.tsx')).Console),
  Screen: lazyView(async () => (await import('./Screen.tsx')).Screen),
  Editor: lazyView(async () => (await import('./Editor.tsx')).Editor),
})
export { useRoundTableTexts as useTexts } from './texts.ts'
export const loadDeeds = async () => (await import('./deed-texts.ts')).deeds
export const icon = UsersRound
