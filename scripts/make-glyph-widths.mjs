/**
 * Reads the advance widths out of the typeface that pictures are drawn with and writes
 * shared/src/wall/glyph-widths.ts. Run again when the font package changes: `node scripts/make-glyph-widths.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(new URL('../server/package.json', import.meta.url))
const FONT = '@expo-google-fonts/atkinson-hyperlegible-next'
const WEIGHTS = { regular: '400Regular', bold: '700Bold' }

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

const runs = []
for (const code of [...regular.keys()].filter((c) => c >= 32 && bold.has(c)).sort((a, b) => a - b)) {
  const run = runs.at(-1)
  if (run && run.first + run.regular.length === code) {
    run.regular.push(regular.get(code))
    run.bold.push(bold.get(code))
  } else runs.push({ first: code, regular: [regular.get(code)], bold: [bold.get(code)] })
}

const rows = runs.map(({ first, regular: r, bold: b }) => `  [${first}, '${r.join(' ')}', '${b.join(' ')}'],`)
writeFileSync(
  new URL('../shared/src/wall/glyph-widths.ts', import.meta.url),
  `/**
 * How wide the letters of Atkinson Hyperlegible Next are, so that text can be wrapped without a screen. Written by
 * scripts/make-glyph-widths.mjs. Each row: first code point, then the widths from there on, regular and bold; 1000 to the em.
 */
export const GLYPH_RUNS: readonly (readonly [first: number, regular: string, bold: string])[] = [
${rows.join('\n')}
]
`,
)
