import type { TimedWord } from '@escale/shared/activities/word-rally'
import { useEffect, useRef } from 'react'
import { announce } from '../../ui/announce.ts'
import { useRallyTexts } from './texts.ts'

/** How long a word counts as new, ms: what is drawn anew later does not move again. */
const FRESH_FOR_MS = 2_000

export interface ShownWord extends TimedWord {
  /** Appeared under the viewer's eyes: only these move. */
  readonly fresh: boolean
}

/** The words whose instant has come. A word that the server has told early waits for its own. */
export function useShownWords(words: readonly TimedWord[], elapsed: number): ShownWord[] {
  const arrivedAt = useRef(elapsed)
  return words
    .filter((word) => word.at <= elapsed)
    .map((word) => ({ ...word, fresh: word.at > arrivedAt.current && elapsed - word.at < FRESH_FOR_MS }))
}

/** Tells a new word to who listens to the page; of what begins under their eyes, the first one too. */
export function useWordAnnouncements(shown: readonly ShownWord[], elapsed: number): void {
  const t = useRallyTexts()
  const told = useRef(elapsed < FRESH_FOR_MS ? 0 : shown.length)
  const latest = shown.at(-1)?.word
  useEffect(() => {
    if (latest !== undefined && shown.length > told.current) announce(t('new-word', { word: latest }))
    told.current = shown.length
  }, [shown.length, latest, t])
}
