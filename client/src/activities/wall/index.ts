import type { WallDefinition, WallView } from '@escale/shared/activities/wall'
import { StickyNote } from 'lucide-react'
import { lazyView } from '../kit/kind-entry.ts'
import { sealViews } from '../kit/views.ts'
import { Participant } from './Participant.tsx'

export const views = sealViews<WallView, WallDefinition>({
  Participant,
  Console: lazyView(async () => (await import('./Console.tsx')).Console),
  Screen: lazyView(async () => (await import('./Screen.tsx')).Screen),
  Editor: lazyView(async () => (await import('./Editor.tsx')).Editor),
})
export { useWallTexts as useTexts } from './texts.ts'
export const loadDeeds = async () => (await import('./deed-texts.ts')).deeds
export const icon = StickyNote
