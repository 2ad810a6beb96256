import type { PersonId } from '../../ids.ts'

/** The document of one person's private story, and the name of the text in it. */
export const storyDocument = (person: PersonId): string => `story-${person}`
export const STORY_TEXT = 'text'

/** How many words a text has, as people count them: what stands between blanks and has a letter or a figure. */
export const countWords = (text: string): number =>
  text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length
