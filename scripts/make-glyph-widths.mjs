/**
 * Reads the advance widths out of the typeface that pictures are drawn with and writes
 * shared/src/wall/glyph-widths.ts. Run again when the font package changes: `node scripts/make-glyph-widths.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(new URL('../server/package.json', import.meta.url))
const FONT = '@expo-google-fonts/atkinson-hyperlegible-next'
const WEIGHTS = { regular: '400Regular', bold: '700Bold' }
const FALLBACK = 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf'
/** Greek, Cyrillic, Armenian, Georgian, Latin extended, punctuation, arrows, mathematics, symbols: letters that stand side by side. */
const FALLBACK_RANGES = [
  [0xa0, 0x2ff],
  [0x370, 0x58f],
  [0x10d0, 0x10fc],
  [0x1e00, 0x1fff],
  [0x2010, 0x2bff],
]

/** Code point → advance width, 1000 units to the em, of a TrueType file with a format 4 character map. */
function advances(file) {
  const bytes = readFileSync(file)
  const tables = {}
  for (let i = 0; i < bytes.readUInt16BE(4); i++)
    tables[bytes.toString('latin1', 12 + i * 16, 16 + i * 16)] = bytes.readUInt32BE(20 + i * 16)
  const unitsPerEm = bytes.readUInt16BE(tables.head + 18)
  const metrics = bytes.readUInt16BE(tables.hhea + 34)
  const advance = (glyph) => bytes.readUInt16BE(tables.hmtx + 4 * Math.min(glyph, metrics - 1))

  const map = tables.cmap + bytes.readUInt32BE(tables.cmap + 8)
  if (bytes.readUInt16BE(map) !== 4) throw new Error('expected a format 4 character map')
  const double = bytes.readUInt16BE(map + 6)
  const found = new Map()
  for (let s = 0; s < double; s += 2) {
    const last = bytes.readUInt16BE(map + 14 + s)
    const first = bytes.readUInt16BE(map + 16 + double + s)
    const delta = bytes.readUInt16BE(map + 16 + 2 * double + s)
    const at = map + 16 + 3 * double + s
    const offset = bytes.readUInt16BE(at)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const raw = offset === 0 ? code : bytes.readUInt16BE(at + offset + 2 * (code - first))
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph !== 0) found.set(code, Math.round((advance(glyph) * 1000) / unitsPerEm))
    }
  }
  return found
}

const [regular, bold] = Object.values(WEIGHTS).map((weight) =>
  advances(require.resolve(`${FONT}/${weight}/AtkinsonHyperlegibleNext_${weight}.ttf`)),
)

/** Runs of neighbours: `[first, ...one list of widths per font]`. */
function runsOf(codes, fonts) {
  const runs = []
  for (const code of codes.sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && run.first + run.lists[0].length === code)
      for (const [i, font] of fonts.entries()) run.lists[i].push(font.get(code))
    else runs.push({ first: code, lists: fonts.map((font) => [font.get(code)]) })
  }
  return runs.map(({ first, lists }) => `  [${[first, ...lists.map((l) => `'${l.join(' ')}'`)].join(', ')}],`)
}

const own = [...regular.keys()].filter((c) => c >= 32 && bold.has(c))
const fallback = advances(require.resolve(FALLBACK))
const others = [...fallback.keys()].filter(
  (c) => !regular.has(c) && FALLBACK_RANGES.some(([from, to]) => c >= from && c <= to),
)

writeFileSync(
  new URL('../shared/src/wall/glyph-widths.ts', import.meta.url),
  `/**
 * How wide letters are, so that text can be wrapped without a screen: 1000 to the em. Written by
 * scripts/make-glyph-widths.mjs. Each row: first code point, then the widths from there on.
 */

/** Atkinson Hyperlegible Next, regular and bold. */
export const GLYPH_RUNS: readonly (readonly [first: number, regular: string, bold: string])[] = [
${runsOf(own, [regular, bold]).join('\n')}
]

/** DejaVu Sans, for some of the letters that the former lacks. */
export const FALLBACK_RUNS: readonly (readonly [first: number, widths: string])[] = [
${runsOf(others, [fallback]).join('\n')}
]
`,
)
