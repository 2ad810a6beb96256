/**
 * How the words of people are compared: whatever looks for them, mixes by them, finds them twice or sorts them asks here, so
 * that what is the same in one place is the same in every other. For comparing, never for showing.
 */

/** Letters that Unicode does not take apart, and that people type as others when a keyboard does not have them. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ı: 'i', ς: 'σ' },
}
const LETTER = /[œæßøłđħıς]/g
/** What keyboards and office programs make of one apostrophe. */
const APOSTROPHE = /[’‘‛′ʼʻʹ`]/g
/** An accent typed for an apostrophe: on its own it would become a blank. */
const LONE_ACCENT = /[\u00b4\u1ffd]/g
const HYPHEN = /[‐‒–—―−]/g
const QUOTE = /[“”„‟«»]/g
/**
 * Marks that go with letters of any script: accents, Arabic and Hebrew points. Not those that are a letter's sound in a script
 * of their own (Devanagari, Thai): without them two words would be one; nor the two that tell が from か.
 */
const MARK = /(?![\u3099\u309a])\p{Script=Inherited}|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/gu
/** Soft hyphens, joiners, fillers, marks of direction: nobody sees them. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu

/**
 * What a text says, whatever its capitals, accents, ligatures, apostrophes, hyphens, blanks and the way in which they are
 * encoded. Two texts with one key are the same words.
 */
export const wordKey = (text: string): string =>
  text
    .replace(LONE_ACCENT, "'")
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(MARK, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(APOSTROPHE, "'")
    .replace(HYPHEN, '-')
    .replace(QUOTE, '"')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()

/** A search in words of people: is every word that is looked for somewhere in a text? */
export function wordSearch(search: string): (...texts: readonly string[]) => boolean {
  const words = wordKey(search).split(' ').filter(Boolean)
  return (...texts) => {
    if (words.length === 0) return true
    const said = wordKey(texts.join(' '))
    return words.every((word) => said.includes(word))
  }
}

/**
 * The order of a dictionary of that language, numbers by their size; 0 for the same words and for nothing else, so that
 * whoever sorts can go on by something else.
 */
export function wordOrder(language: string): (a: string, b: string) => number {
  const collator = new Intl.Collator(language, {
    sensitivity: 'base',
    ignorePunctuation: true,
    numeric: true,
  })
  return (a, b) => {
    const [one, other] = [wordKey(a), wordKey(b)]
    return one === other ? 0 : collator.compare(one, other) || (one < other ? -1 : 1)
  }
}
