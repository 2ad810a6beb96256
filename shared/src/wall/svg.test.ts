import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { wallSvg } from './svg.ts'
import { layoutWall } from './svg-layout.ts'
import { textWidth } from './svg-measure.ts'
import { NOTE_WIDTH } from './svg-note.ts'
import type { Box, PictureShape, WallPicture } from './svg-picture.ts'
import { wrapText, wrapTitle } from './svg-wrap.ts'

vi.setConfig({ testTimeout: 30_000 })

const picture = (...zones: readonly (readonly string[])[]): WallPicture => ({
  title: 'Que voulons-nous ?',
  question: 'Quelles intentions, quels impacts souhaités ?',
  context: 'Visio du 24 avril',
  details: '24 avril 2020',
  legend: [],
  empty: 'Personne n’a écrit ici.',
  zones: zones.map((texts, i) => ({
    title: zones.length > 1 ? `Zone ${i + 1}` : '',
    within: '',
    count: `${texts.length} contributions`,
    notes: texts.map((text, n) => ({ text, colour: n % 8, author: n % 5 === 0 ? 'Zoé' : null })),
  })),
})

const shape = fc.constantFrom<PictureShape>('slide', 'poster')
const noteText = fc.oneof(
  fc.string({ minLength: 1, maxLength: 500, unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom('lien', 'reconnaissance', 'à', '«', '»', ':', '!', '\n', '👩‍💻', '🇫🇷', '日本', 'مرحبا'),
      {
        minLength: 1,
        maxLength: 60,
      },
    )
    .map((words) => words.join(' ')),
)
const walls = fc
  .array(fc.array(noteText, { maxLength: 25 }), { minLength: 1, maxLength: 7 })
  .map((zones) => withArt(picture(...zones)))

/** Some of its notes have a picture or a drawing, of all proportions. */
const withArt = (wall: WallPicture): WallPicture => ({
  ...wall,
  zones: wall.zones.map((zone) => ({
    ...zone,
    notes: zone.notes.map((note, i) => ({
      ...note,
      ...(i % 4 === 1 ? { picture: { href: 'data:,', width: 10, height: 1 + ((i * 7) % 60) } } : {}),
      ...(i % 6 === 1 ? { drawing: '10,0.rs,ku' } : {}),
    })),
  })),
})

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

test('notes do not overlap, stay on the page and inside their zone, and the page has its shape', () => {
  fc.assert(
    fc.property(walls, shape, (wall, wanted) => {
      const layout = layoutWall(wall, wanted)
      const page = { x: 0, y: 0, width: layout.width, height: layout.height }
      const inside = (a: Box, b: Box) =>
        a.x >= b.x - 1e-6 &&
        a.y >= b.y - 1e-6 &&
        a.x + a.width <= b.x + b.width + 1e-6 &&
        a.y + a.height <= b.y + b.height + 1e-6
      expect(layout.notes).toHaveLength(wall.zones.flatMap((z) => z.notes).length)
      for (const [i, note] of layout.notes.entries()) {
        expect(inside(note, page)).toBe(true)
        for (const other of layout.notes.slice(i + 1)) expect(overlap(note, other)).toBe(false)
        if (layout.zones.length > 0) expect(layout.zones.filter((z) => inside(note, z))).toHaveLength(1)
      }
      for (const [i, zone] of layout.zones.entries()) {
        expect(inside(zone, page)).toBe(true)
        for (const other of layout.zones.slice(i + 1)) expect(overlap(zone, other)).toBe(false)
      }
      const ratio = layout.width / layout.height
      if (wanted === 'slide') expect(ratio).toBeCloseTo(16 / 9, 5)
      else expect(ratio).toBeLessThanOrEqual(1 / Math.SQRT2 + 1e-6)
    }),
    { numRuns: 40 },
  )
})

test('every text is there whole: no line is wider than its note, none below its edge, none is cut', () => {
  fc.assert(
    fc.property(walls, shape, (wall, wanted) => {
      for (const { text, author, ...note } of layoutWall(wall, wanted).notes) {
        const last = author ?? text
        expect(last.y + (last.lines.length - 1) * last.leading).toBeLessThanOrEqual(note.y + note.height)
        for (const [i, art] of note.art.entries()) {
          const before = note.art[i - 1]
          expect(art.y).toBeGreaterThanOrEqual(before === undefined ? note.y : before.y + before.height)
          expect([art.x >= note.x, art.x + art.width <= note.x + note.width]).toEqual([true, true])
          expect(art.y + art.height).toBeLessThanOrEqual(text.y - text.size * 0.9)
        }
        for (const line of text.lines)
          expect(textWidth(line.text.trimEnd(), text.size)).toBeLessThanOrEqual(NOTE_WIDTH)
      }
      const drawn = layoutWall(wall, wanted)
        .notes.map((n) => joined(n.text.lines))
        .sort()
      const written = wall.zones.flatMap((z) => z.notes.map((n) => calm(n.text))).sort()
      expect(drawn).toEqual(written)
    }),
    { numRuns: 40 },
  )
})

const joined = (lines: readonly { readonly text: string; readonly continues: boolean }[]): string =>
  lines.reduce((all, line, i) => all + line.text + (line.continues || i === lines.length - 1 ? '' : '\n'), '')
const calm = (text: string): string => text.trim().replace(/\n(?:[ \t]*\n){2,}/g, '\n\n')

test('the legend is above the notes and on the page, its papers apart, every name whole', () => {
  const label = fc.oneof(
    fc.constant(''),
    fc.string({ maxLength: 80, unit: 'grapheme' }),
    noteText.map((t) => t.slice(0, 80)),
  )
  fc.assert(
    fc.property(walls, shape, fc.array(label, { maxLength: 8 }), (wall, wanted, labels) => {
      const legend = labels.map((one, colour) => ({ colour, letter: 'ABCDEFGH'.charAt(colour), label: one }))
      const { legend: drawn, ...page } = layoutWall({ ...wall, legend }, wanted)
      expect(drawn.map(({ letter, label: { lines } }) => [letter.lines[0]?.text, joined(lines)])).toEqual(
        legend.map((one) => [one.letter, one.label]),
      )
      const top = Math.min(page.height, ...page.notes.map(({ y }) => y), ...page.zones.map(({ y }) => y))
      for (const [i, { right, label: name, ...swatch }] of drawn.entries()) {
        const taken = Math.max(swatch.height, name.lines.length * name.leading)
        expect(right).toBeLessThanOrEqual(page.width + 1e-6)
        expect(swatch.y + taken).toBeLessThanOrEqual(top + name.size)
        for (const other of drawn.slice(i + 1))
          expect(overlap({ ...swatch, width: right - swatch.x }, other)).toBe(false)
      }
    }),
    { numRuns: 30 },
  )
})

test('a wall without notes, and one without zones, is a page too', () => {
  for (const wall of [picture([]), picture(), picture([], [])])
    for (const wanted of ['slide', 'poster'] as const)
      expect(layoutWall(wall, wanted).height).toBeGreaterThan(300)
})

/** Where each wall of a picture begins. */
const placesOf = (svg: string): number[][] =>
  [...svg.matchAll(/^<g transform="translate\(([\d.]+) ([\d.]+)\)/gm)].map((m) => [
    Number(m[1]),
    Number(m[2]),
  ])

test('[H30] as many walls as there are make one slide of 16:9, beside and below one another', () => {
  const all = [['Relier'], ['Du temps', 'Une fête'], ['Ouvrir'], [], ['Un lieu'], ['Semer'], ['Dire']]
  for (let count = 1; count <= all.length; count++) {
    const pictures = all.slice(0, count).map((texts) => picture(texts))
    const { svg, width, height } = wallSvg(pictures, { shape: 'slide', language: 'fr' })
    expect(width / height, `${count} walls`).toBeCloseTo(16 / 9, 2)
    const places = placesOf(svg)
    expect(new Set(places.map(String)).size, `${count} walls`).toBe(count)
    for (const [x = 0, y = 0] of places) {
      expect(x).toBeLessThan(width)
      expect(y).toBeLessThan(height)
    }
  }
  // Two stand beside one another, upright: flat ones would be all title.
  const two = wallSvg([picture(['a']), picture(['b'])], { shape: 'slide', language: 'fr' })
  const [, second = []] = placesOf(two.svg)
  expect(second[0]).toBeCloseTo(two.width / 2, 0)
  expect(second[1]).toBe(0)
})

test('the same wall gives the same picture', () => {
  fc.assert(
    fc.property(walls, shape, fc.boolean(), (wall, wanted, pinned) => {
      const draw = () => wallSvg([structuredCopy(wall)], { shape: wanted, language: 'fr', pinned }).svg
      expect(draw()).toEqual(draw())
    }),
    { numRuns: 20 },
  )
})

const structuredCopy = (wall: WallPicture): WallPicture => JSON.parse(JSON.stringify(wall)) as WallPicture

test('people’s text can be no tag, no attribute and no control character', () => {
  const hostile = ['<script>x()', '"><svg onload="x">', ']]>&lt;', '\u0000\u001b[31m\u202eab\ud800', "' x='"]
  for (const pinned of [false, true]) {
    const { svg } = wallSvg([{ ...picture(hostile), title: '<b>"&' }], {
      shape: 'slide',
      language: 'fr',
      pinned,
    })
    expect(svg).not.toMatch(/<script|<svg onload|<b>/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
    expect(svg).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\ud800]/)
    expect(svg).toContain('&lt;script&gt;x()')
  }
})

test('a line never begins with the French high punctuation, nor ends with an opening guillemet', () => {
  const words = fc.array(
    fc.constantFrom('lien', 'à', 'reconnaissance', '« mot »', 'oui !', 'ceci :', 'et ;', 'non ?'),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  fc.assert(
    fc.property(words, fc.integer({ min: 150, max: 400 }), (list, width) => {
      for (const { text } of wrapText(list.join(' '), width, { size: 20, weight: 'regular' })) {
        expect(text).not.toMatch(/^[;:!?»]/)
        expect(text).not.toMatch(/«\s*$/)
      }
    }),
  )
})

test('a title has no word alone on its last line when it need not', () => {
  const title = 'Les collaborathons : pour réinventer un après autrement et ensemble dans les territoires'
  const style = { size: 40, weight: 'bold' as const }
  const lines = wrapTitle(title, 1_500, style)
  const widths = lines.map((line) => textWidth(line.text.trimEnd(), 40, 'bold'))
  expect(lines).toHaveLength(wrapText(title, 1_500, style).length)
  expect(lines.map((line) => line.text).join('')).toBe(title)
  expect(Math.min(...widths)).toBeGreaterThan(0.6 * Math.max(...widths))
})

test('an author’s line breaks are kept', () => {
  expect(wrapText('un\n\ndeux', 300, { size: 20, weight: 'regular' }).map((l) => l.text)).toEqual([
    'un',
    '',
    'deux',
  ])
})

test('text gets smaller on the page as notes get more, and a heading stays in proportion', () => {
  const size = (count: number) => {
    const layout = layoutWall(picture(Array.from({ length: count }, () => 'Relier les initiatives')), 'slide')
    return (layout.notes[0]?.text.size ?? 0) / layout.width
  }
  expect(size(8)).toBeGreaterThan(size(80))
  expect(size(80)).toBeGreaterThan(size(800))
})

test('bands hold all that is there: each note is in those that it reaches into, and in no other', () => {
  fc.assert(
    fc.property(walls, shape, fc.integer({ min: 1, max: 7 }), (wall, form, count) => {
      const { height, band, svg } = wallSvg([wall], { shape: form, language: 'fr', pinned: true })
      // The last of a page ends the page, too.
      const notesIn = (text: string) =>
        text
          .replace('</g>\n</svg>', '')
          .split('\n')
          .filter((line) => line.startsWith('<g><rect'))
      const bands = Array.from({ length: count }, (_, i) => [
        (height * i) / count,
        (height * (i + 1)) / count,
      ]) as [number, number][]
      const drawn = bands.map(([top, bottom]) => notesIn(band(top, bottom)))
      const all = notesIn(svg)
      expect(new Set(drawn.flat())).toEqual(new Set(all))
      for (const [i, [top, bottom]] of bands.entries())
        for (const note of all) {
          const [, y, tall] = /y="([^"]+)" width="[^"]+" height="([^"]+)"/.exec(note) ?? []
          const isWithin = Number(y) < bottom && Number(y) + Number(tall) > top
          if (isWithin) expect(drawn[i]).toContain(note)
          if (Number(y) > bottom + 40 || Number(y) + Number(tall) < top - 40)
            expect(drawn[i]).not.toContain(note)
        }
    }),
    { numRuns: 60 },
  )
})
