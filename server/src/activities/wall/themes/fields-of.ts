import { wordKey } from '@escale/shared'
import { FIELDS } from './fields.ts'
import { stem } from './stem.ts'
import type { NoteLanguage } from './stop-words.ts'

const NONE: readonly number[] = []

const indexOf = (language: NoteLanguage): ReadonlyMap<string, readonly number[]> => {
  const index = new Map<string, number[]>()
  FIELDS.forEach((field, at) => {
    for (const word of field[language].split(' ')) {
      const root = stem(wordKey(word), language)
      const held = index.get(root)
      if (held === undefined) index.set(root, [at])
      else if (!held.includes(at)) held.push(at)
    }
  })
  return index
}

const INDEX = { fr: indexOf('fr'), en: indexOf('en') } as const

/** The fields of meaning that a word without its endings stands in. */
export const fieldsOf = (root: string, language: NoteLanguage): readonly number[] =>
  INDEX[language].get(root) ?? NONE

/** What a field is called. */
export const nameOfField = (field: number, language: NoteLanguage): string =>
  FIELDS[field]?.[language].split(' ')[0] ?? ''
