/**
 * What a picture in pixels cannot show: our typefaces draw it, and no others (fonts.ts). They are asked themselves what they
 * have, so that whoever wants such a picture is told before, and not by boxes on a projector.
 */
import { readFileSync } from 'node:fs'
import { graphemes, type Harvest, type HarvestSection, isNotes, type UndrawnSigns } from '@escale/shared'
import { fontFiles } from './fonts.ts'

/** Most of what is written: no typeface need be opened for it. */
const PLAIN = /^[\s\u0020-\u017e\u2010-\u2027\u202f\u20ac]*$/
/** What is not seen by itself, or stands on another letter. */
const UNSEEN = /[\s\p{C}\p{Z}\p{M}]/u
const FLAG = /^\p{Regional_Indicator}{2}/u
const JOINER = '\u200d'
const SKIN = /\p{Emoji_Modifier}/u
const PICTOGRAPH = /\p{Extended_Pictographic}/u
/** Several signs that are drawn as one, or one in a colour of skin. */
const isJoined = (grapheme: string): boolean =>
  SKIN.test(grapheme) || (grapheme.includes(JOINER) && PICTOGRAPH.test(grapheme))
/** ISO 15924. */
const SCRIPTS = [
  { code: 'Adlm', is: /\p{Script=Adlm}/u },
  { code: 'Arab', is: /\p{Script=Arab}/u },
  { code: 'Armn', is: /\p{Script=Armn}/u },
  { code: 'Bamu', is: /\p{Script=Bamu}/u },
  { code: 'Beng', is: /\p{Script=Beng}/u },
  { code: 'Bopo', is: /\p{Script=Bopo}/u },
  { code: 'Cans', is: /\p{Script=Cans}/u },
  { code: 'Cher', is: /\p{Script=Cher}/u },
  { code: 'Copt', is: /\p{Script=Copt}/u },
  { code: 'Cyrl', is: /\p{Script=Cyrl}/u },
  { code: 'Deva', is: /\p{Script=Deva}/u },
  { code: 'Ethi', is: /\p{Script=Ethi}/u },
  { code: 'Geor', is: /\p{Script=Geor}/u },
  { code: 'Grek', is: /\p{Script=Grek}/u },
  { code: 'Gujr', is: /\p{Script=Gujr}/u },
  { code: 'Guru', is: /\p{Script=Guru}/u },
  { code: 'Hang', is: /\p{Script=Hang}/u },
  { code: 'Hani', is: /\p{Script=Hani}/u },
  { code: 'Hebr', is: /\p{Script=Hebr}/u },
  { code: 'Hira', is: /\p{Script=Hira}/u },
  { code: 'Java', is: /\p{Script=Java}/u },
  { code: 'Kana', is: /\p{Script=Kana}/u },
  { code: 'Khmr', is: /\p{Script=Khmr}/u },
  { code: 'Knda', is: /\p{Script=Knda}/u },
  { code: 'Lana', is: /\p{Script=Lana}/u },
  { code: 'Laoo', is: /\p{Script=Laoo}/u },
  { code: 'Latn', is: /\p{Script=Latn}/u },
  { code: 'Mlym', is: /\p{Script=Mlym}/u },
  { code: 'Mong', is: /\p{Script=Mong}/u },
  { code: 'Mymr', is: /\p{Script=Mymr}/u },
  { code: 'Nkoo', is: /\p{Script=Nkoo}/u },
  { code: 'Olck', is: /\p{Script=Olck}/u },
  { code: 'Orya', is: /\p{Script=Orya}/u },
  { code: 'Rohg', is: /\p{Script=Rohg}/u },
  { code: 'Sinh', is: /\p{Script=Sinh}/u },
  { code: 'Sund', is: /\p{Script=Sund}/u },
  { code: 'Syrc', is: /\p{Script=Syrc}/u },
  { code: 'Taml', is: /\p{Script=Taml}/u },
  { code: 'Telu', is: /\p{Script=Telu}/u },
  { code: 'Tfng', is: /\p{Script=Tfng}/u },
  { code: 'Thaa', is: /\p{Script=Thaa}/u },
  { code: 'Thai', is: /\p{Script=Thai}/u },
  { code: 'Tibt', is: /\p{Script=Tibt}/u },
  { code: 'Vaii', is: /\p{Script=Vaii}/u },
  { code: 'Yiii', is: /\p{Script=Yiii}/u },
]

/** Format 4 of a character map: segments of the first plane. */
function segments(bytes: Buffer, map: number, found: Set<number>): void {
  const double = bytes.readUInt16BE(map + 6)
  for (let s = 0; s < double; s += 2) {
    const last = bytes.readUInt16BE(map + 14 + s)
    const first = bytes.readUInt16BE(map + 16 + double + s)
    const delta = bytes.readUInt16BE(map + 16 + 2 * double + s)
    const at = map + 16 + 3 * double + s
    const offset = bytes.readUInt16BE(at)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const raw = offset === 0 ? code : bytes.readUInt16BE(at + offset + 2 * (code - first))
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) found.add(code)
    }
  }
}

/** Format 12: groups of all planes. */
function groups(bytes: Buffer, map: number, found: Set<number>): void {
  const count = bytes.readUInt32BE(map + 12)
  for (let group = map + 16; group < map + 16 + 12 * count; group += 12)
    for (let code = bytes.readUInt32BE(group); code <= bytes.readUInt32BE(group + 4); code++) found.add(code)
}

/** The code points of a TrueType file, from its character maps. */
function addCodePoints(bytes: Buffer, found: Set<number>): void {
  const tables = bytes.readUInt16BE(4)
  for (let table = 12; table < 12 + 16 * tables; table += 16) {
    if (bytes.toString('latin1', table, table + 4) !== 'cmap') continue
    const cmap = bytes.readUInt32BE(table + 8)
    for (let i = 0; i < bytes.readUInt16BE(cmap + 2); i++) {
      const map = cmap + bytes.readUInt32BE(cmap + 8 + 8 * i)
      const format = bytes.readUInt16BE(map)
      if (format === 4) segments(bytes, map, found)
      else if (format === 12) groups(bytes, map, found)
    }
  }
}

let known: ReadonlySet<number> | undefined

/** All that our typefaces have, read when it is first asked for. */
function ours(): ReadonlySet<number> {
  if (known === undefined) {
    const found = new Set<number>()
    for (const file of fontFiles()) addCodePoints(readFileSync(file), found)
    known = found
  }
  return known
}

const scriptOf = (char: string): string =>
  SCRIPTS.find(({ is }) => is.test(char))?.code ?? (PICTOGRAPH.test(char) ? 'emoji' : 'signs')

/** What of a text cannot be drawn whole. */
export function undrawnIn(text: string): readonly string[] {
  if (PLAIN.test(text)) return []
  return graphemes(text).flatMap((grapheme) => {
    if (FLAG.test(grapheme)) return ['flags']
    const missing = [...grapheme]
      .filter((char) => !UNSEEN.test(char) && !ours().has(char.codePointAt(0) ?? 0))
      .map(scriptOf)
    return isJoined(grapheme) ? ['joined', ...missing] : missing
  })
}

const WRITTEN = /^(?:text|title|label|value)$/

/** All texts in something that was harvested. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inside]) =>
    typeof inside === 'string' ? (WRITTEN.test(key) ? [inside] : []) : textsIn(inside),
  )
}

const drawnOf = ({ title, blocks }: HarvestSection): readonly string[] => [
  title,
  ...blocks.filter((block) => isNotes(block) || block.type === 'heading').flatMap(textsIn),
]

/** By wall: what its picture in pixels would not show. A wall that is drawn whole is left out. */
export function undrawnSigns({ title, sections, names }: Harvest): UndrawnSigns {
  const around = [title, ...Object.values(names ?? {})]
  return Object.fromEntries(
    sections
      .filter(({ blocks }) => blocks.some(isNotes))
      .map(
        (section) =>
          [section.activity, [...new Set([...around, ...drawnOf(section)].flatMap(undrawnIn))]] as const,
      )
      .filter(([, signs]) => signs.length > 0),
  )
}
