import type { OwnStory, WordRallyDefinition, WordRallyView } from '@escale/shared/activities/word-rally'
import { Feather } from 'lucide-react'
import { lazyView } from '../kit/kind-entry.ts'
import { sealViews } from '../kit/views.ts'
import { Participant } from './Participant.tsx'

export const views = sealViews<WordRallyView, WordRallyDefinition, OwnStory>({
  Participant,
  Console: lazyView(async () => (await import('./Console.tsx')).Console),
  Screen: lazyView(async () => (await import('./Screen.tsx')).Screen),
  Own: lazyView(async () => (await import('./Own.tsx')).Own),
  Editor: lazyView(async () => (await import('./Editor.tsx')).Editor),
})
export { useRallyTexts as useTexts } from './texts.ts'
export const loadDeeds = async () => (await import('./deed-texts.ts')).deeds
export const icon = Feather
