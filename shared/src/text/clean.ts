/**
 * What people write as everybody will read it: what a program put between their words becomes what it means (a line break, a
 * blank), what shows nothing goes, and nothing can garble its neighbours. Pure; never longer; doing it twice is as once.
 */

/** Anything below could be in it; most texts have nothing of it. */
const SUSPECT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u115f\u1160\u180e\u200b-\u200d\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff]|[\u{e0000}-\u{e0fff}]|\p{Cs}/u
/** Line and page breaks of all kinds: a soft break of office programs is a vertical tab, of web pages U+2028. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: replacing them is the point
const BREAKS = /\r\n?|[\u000b\u000c\u001c-\u001e\u0085\u2028\u2029]/g
/** Between two words (the end of a cell in Word is a bell), or a letter that is there to be empty. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: replacing them is the point
const BLANKS = /[\u0000-\u0008\u000e-\u001b\u001f\u007f-\u0084\u0086-\u009f\u2800\u3164\uffa0]/g
/** They hold the place of a letter within a syllable of Hangul; anywhere else they are blanks. */
const FILLERS = /[\u115f\u1160]/g
const isJamo = (char = ''): boolean => /[\u1100-\u115e\u1161-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/.test(char)
/** Shows nothing, joins nothing, or bends the direction of what follows. Tags count in a flag only (that of Wales). */
const NOTHINGS =
  /(\u{1f3f4}[\u{e0020}-\u{e007f}]+)|[\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\ufffe\uffff\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]|\p{Cs}/gu
/** They join, or keep apart, what stands on both sides: emoji, and letters of Arabic and Indic scripts. */
const JOINERS = /[\u200c\u200d]+/g
const isSide = (char: string | undefined): boolean => char !== undefined && !/\s/.test(char)

/** A text of several lines, as it is kept and shown. Line breaks are `\n`. */
export function cleanText(text: string): string {
  if (!SUSPECT.test(text)) return text
  return text
    .replace(BREAKS, '\n')
    .replace(BLANKS, ' ')
    .replace(FILLERS, (filler, at: number, whole: string) =>
      isJamo(whole[at - 1]) || isJamo(whole[at + 1]) ? filler : ' ',
    )
    .replace(NOTHINGS, '$1')
    .replace(JOINERS, (run, at: number, whole: string) =>
      isSide(whole[at - 1]) && isSide(whole[at + run.length]) ? run : '',
    )
}

/** A name or a label: one line, without blanks around it or twice in it. */
export const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim()

/** Something that is seen: no blank, no mark without a letter, nothing that only tells how others are drawn. */
const SEEN = /[^\s\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u
/** Does this text show nothing at all? */
export const isBlank = (text: string): boolean => !SEEN.test(text)

/** Longer is no text of people (a picture in a workshop file); every schema refuses it as one. */
const TEXT_MAX_CHARS = 100_000
/** No message of ours has more inside each other. */
const DEPTH_MAX = 40

/** A value of JSON as somebody sent it, with every text in it cleaned; the same value where all were. Keys stay. */
export function cleanTexts(value: unknown, depth = DEPTH_MAX): unknown {
  if (typeof value === 'string') return value.length > TEXT_MAX_CHARS ? value : cleanText(value)
  if (typeof value !== 'object' || value === null || depth === 0) return value
  let isSame = true
  const clean = (item: unknown): unknown => {
    const cleaned = cleanTexts(item, depth - 1)
    isSame &&= cleaned === item
    return cleaned
  }
  const cleaned = Array.isArray(value)
    ? value.map(clean)
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item)]))
  return isSame ? value : cleaned
}
