import { INTENTIONS } from '@escale/bots'
import { GRAINS } from '@escale/shared/activities/wall'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LEAST_LIKENESS, proposeThemes, type ThemeNote, type ThemeWish } from './propose-themes.ts'
import { LIBRARY } from './reference/library.testkit.ts'
import { NEIGHBOURHOOD } from './reference/neighbourhood.testkit.ts'
import { readTexts, tokensOf } from './words.ts'

const FRENCH: ThemeWish = { language: 'fr' }
const notesOf = (texts: readonly string[], place: (index: number) => string = () => ''): ThemeNote[] =>
  texts.map((text, index) => ({ id: `n${index}`, text, place: place(index) }))

const rubbish = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.lorem(),
  fc.constantFrom(
    '',
    ' \n ',
    '🚲🚲🚲',
    '👩‍👩‍👧‍👦',
    'מחשבות על הגינה',
    'أفكار حول الحديقة',
    '公園にもっと木を',
    '公園をきれいに',
    'สวนสาธารณะ',
    '\ud800',
    '__proto__ constructor toString',
    'https://exemple.fr/une/page?velo=1',
  ),
  fc.constantFrom(...INTENTIONS),
  fc.constantFrom(...Object.values(NEIGHBOURHOOD.themes).flat()),
)
const wall = fc
  .array(fc.record({ text: rubbish, place: fc.constantFrom('', 'z1') }), { maxLength: 40 })
  .map((all) => all.map((note, index): ThemeNote => ({ ...note, id: `n${index}` })))
const wish = fc.record({
  language: fc.constantFrom('fr' as const, 'en' as const),
  grain: fc.option(fc.integer({ min: -3, max: 20 }), { nil: undefined }),
})

describe('[M65] themes of any wall', () => {
  test('each note is in one theme or alone, themes have a title, two notes and one place', () => {
    fc.assert(
      fc.property(wall, wish, (notes, asked) => {
        const { themes, alone } = proposeThemes(notes, asked)
        const named = [...themes.flatMap((theme) => theme.notes), ...alone]
        expect(named.toSorted()).toEqual(notes.map((note) => note.id).toSorted())
        for (const { title, notes: inside, words } of themes) {
          expect(inside.length).toBeGreaterThan(1)
          expect(title.length).toBeGreaterThan(0)
          expect(title.length).toBeLessThanOrEqual(80)
          expect(words.length).toBeGreaterThan(0)
          expect(new Set(inside.map((id) => notes.find((note) => note.id === id)?.place)).size).toBe(1)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the order in which the notes stand changes no theme', () => {
    fc.assert(
      fc.property(
        wall.chain((notes) =>
          fc.tuple(fc.constant(notes), fc.shuffledSubarray(notes, { minLength: notes.length })),
        ),
        ([notes, shuffled]) => {
          const sets = (all: readonly ThemeNote[]) =>
            proposeThemes(all, FRENCH)
              .themes.map(({ title, notes: inside }) => `${title}: ${inside.toSorted().join()}`)
              .toSorted()
          expect(sets(shuffled)).toEqual(sets(notes))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('two notes that say the same are together, whatever the language', () => {
    for (const text of ['Simplifier nos fonctionnements', 'More trees', '公園にもっと木を', 'סיכום'])
      expect(
        proposeThemes(notesOf([text, 'Autre chose encore, différente', text]), FRENCH).themes,
      ).toMatchObject([{ notes: ['n0', 'n2'] }])
  })
})

test('[M65] a coarser grain makes fewer groups or larger ones; without one there are not too many', () => {
  const notes = notesOf(INTENTIONS)
  const at = (grain: number | undefined) => proposeThemes(notes, { ...FRENCH, grain })
  const sizes = [0, 2, 4, 6].map((grain) => at(grain).themes[0]?.notes.length ?? 0)
  expect(sizes.toSorted((a, b) => b - a)).toEqual(sizes)
  expect(new Set(sizes).size).toBeGreaterThan(2)
  expect(LEAST_LIKENESS).toHaveLength(GRAINS)
  expect(at(undefined).themes.length).toBeLessThanOrEqual(24)
  expect(at(at(undefined).grain)).toEqual(at(undefined))
})

test('[M65] kindred words make a theme, and its reason is said in words that stand on the notes', () => {
  const { themes } = proposeThemes(notesOf(Object.values(LIBRARY.themes).flat()), FRENCH)
  const hours = themes.find((theme) => theme.title === 'Horaires')
  expect(hours?.words).toEqual(expect.arrayContaining(['dimanche', 'lundi']))
  expect(themes.find((theme) => theme.title === 'Jeux')?.words[0]).toBe('jeux')
})

test('[M65] French and English notes on one wall find each other', () => {
  const { themes } = proposeThemes(
    notesOf([
      'Des pistes pour les vélos',
      'More bikes and a safe road',
      'Un repas avec les paysans',
      'We eat together with our farmers',
    ]),
    FRENCH,
  )
  expect(themes.map((theme) => theme.notes)).toEqual([
    ['n0', 'n1'],
    ['n2', 'n3'],
  ])
})

test('words: elisions, inclusive forms, links and accents', () => {
  expect(tokensOf('L’école d’été, qu’un·e habitant·e·s https://a.fr/velo aime')).toEqual([
    'école',
    'été',
    'un',
    'e',
    'habitant',
    'aime',
  ])
  const [one, other] = readTexts(['Simplifier les écoles', 'simplicité de l ECOLE'], 'fr')
  const stems = (text: typeof one) => text?.words.map((word) => word.stem).toSorted()
  expect(stems(one)).toEqual(stems(other))
})

test('[M65] more notes than are compared: all of them take part', () => {
  const texts = Array.from({ length: 3_000 }, (_, i) => `${INTENTIONS[i % 83]} ${INTENTIONS[(i * 7) % 83]}`)
  const { themes, alone } = proposeThemes(notesOf(texts), FRENCH)
  expect(themes.flatMap((theme) => theme.notes).length + alone.length).toBe(3_000)
  expect(alone.length).toBeLessThan(600)
})
