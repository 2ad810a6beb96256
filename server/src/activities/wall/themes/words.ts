/** The words of a note: in which language, and what they are compared by. */
import { wordKey } from '@escale/shared'
import { fieldsOf } from './fields-of.ts'
import { stem } from './stem.ts'
import { type NoteLanguage, STOP_WORDS } from './stop-words.ts'

export interface Word {
  /** As written, in small letters. */
  readonly surface: string
  readonly stem: string
  /** Indices into FIELDS. */
  readonly fields: readonly number[]
}

export interface ReadText {
  readonly language: NoteLanguage
  readonly words: readonly Word[]
}

const LINK = /(?:https?:\/\/|www\.)\S+/gu
/** « allié·e·s », « acteur.rices »: the first form stands for all. */
const INCLUSIVE =
  /(\p{L}{3})[.·•‧∙](?:e|s|es|ne|nes|le|les|rice|rices|trice|trices|euse|euses|ère|ères|ve|ves|se|ses|te|tes)(?:[.·•‧∙]s)?(?!\p{L})/gu
const ELISION = /(?<!\p{L})(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu)['’](?=\p{L})/gu
const POSSESSIVE = /['’]s(?!\p{L})/gu
const TOKEN = /\p{L}[\p{L}\p{M}]*/gu
/** Scripts that put no space between words: pairs of signs stand for words. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const TOKEN_MAX_CHARS = 40

function pairs(run: string): readonly string[] {
  const signs = [...run]
  return signs.length < 2 ? signs : signs.slice(1).map((sign, i) => `${signs[i]}${sign}`)
}

/** In small letters, in order. */
export const tokensOf = (text: string): readonly string[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(LINK, ' ')
      .replace(INCLUSIVE, '$1')
      .replace(ELISION, '')
      .replace(POSSESSIVE, '')
      .match(TOKEN) ?? []
  ).flatMap((token) => (UNSPACED.test(token) ? pairs(token) : [token.slice(0, TOKEN_MAX_CHARS)]))

/** How many small words speak for French rather than for English; 0: nobody knows. */
const leaning = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + Number(STOP_WORDS.fr.has(word)) - Number(STOP_WORDS.en.has(word)), 0)

/** Reads notes. One that does not show its language has that of most; where none does, `usual`. */
export function readTexts(texts: readonly string[], usual: NoteLanguage): readonly ReadText[] {
  const split = texts.map((text) => tokensOf(text).map((surface) => ({ surface, bare: wordKey(surface) })))
  const leanings = split.map((words) => leaning(words.map(({ bare }) => bare)))
  const balance = leanings.reduce((sum, one) => sum + Math.sign(one), 0)
  const most = balance > 0 ? 'fr' : balance < 0 ? 'en' : usual
  return split.map((words, i) => {
    const lean = leanings[i] ?? 0
    const language = lean > 0 ? 'fr' : lean < 0 ? 'en' : most
    const telling = words.filter(({ bare }) => bare.length > 1 && !STOP_WORDS[language].has(bare))
    return {
      language,
      words: telling.map(({ surface, bare }) => {
        const root = stem(bare, language)
        return { surface, stem: root, fields: fieldsOf(root, language) }
      }),
    }
  })
}
