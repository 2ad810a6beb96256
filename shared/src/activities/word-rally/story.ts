import type { PersonId } from '../../ids.ts'
import { OWN_TEXT_MAX_BYTES, OWN_TEXT_MAX_PIECES } from '../../limits.ts'
import { type DocumentShape, textShape } from '../kit/shape.ts'

const STORY = 'story-'
/** The document of one person's private story, and the name of the text in it. */
export const storyDocument = (person: PersonId): string => `${STORY}${person}`
export const STORY_TEXT = 'text'

const STORY_SHAPE = textShape(STORY_TEXT, { maxBytes: OWN_TEXT_MAX_BYTES, maxPieces: OWN_TEXT_MAX_PIECES })
export const storyShape = (name: string): DocumentShape | null =>
  name.startsWith(STORY) ? STORY_SHAPE : null

/** How many words a text has, as people count them: what stands between blanks and has a letter or a figure. */
export const countWords = (text: string): number =>
  text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length
