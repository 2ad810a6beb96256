import type { Access } from '@escale/shared'
import { STORY_TEXT, storyDocument } from '@escale/shared/activities/word-rally'
import type { Text } from 'yjs'
import { type Saved, useDocument } from '../../documents/index.ts'
import { useSharedText } from '../kit/SharedText.tsx'

export interface Story {
  readonly text: Text
  /** What is written now. */
  readonly value: string
  readonly ready: boolean
  readonly saved: Saved
  /** What the server lets one do with it now. */
  readonly access: Access
}

/** One's own private story in this rally. */
export function useStory(activity: string, person: string): Story {
  const { doc, ready, saved, access } = useDocument(activity, storyDocument(person))
  const text = doc.getText(STORY_TEXT)
  return { text, value: useSharedText(text), ready, saved, access }
}
