// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

type Colours = ReadonlyMap<string, string>

const blockOf = (start: RegExp): Colours => {
  const from = css.search(start)
  if (from < 0) throw new Error(`no such block: ${start.source}`)
  const body = css.slice(css.indexOf('{', from), css.indexOf('}', from))
  return new Map([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map((m) => [m[1] ?? '', m[2] ?? '']))
}

const light = blockOf(/:root,/)
const themes: readonly (readonly [string, Colours])[] = [
  ['light', light],
  ['dark by the system', new Map([...light, ...blockOf(/:root:not\(\[data-theme="light"\]\)/)])],
  ['dark by choice', new Map([...light, ...blockOf(/^\[data-theme="dark"\]/m)])],
]

const channels = (hex: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex).map(linear)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(colours: Colours, a: string, b: string): number {
  const [x, y] = [a, b].map((name) => luminance(colours.get(name) ?? '#000000')) as [number, number]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

const PAPERS = ['paper', 'paper-raised', 'paper-sunk']
const TEXT_PAIRS = [
  ...['ink', 'ink-soft', 'accent', 'warm', 'danger', 'good'].flatMap((ink) =>
    PAPERS.map((paper) => [ink, paper] as const),
  ),
  ...['accent', 'warm', 'danger', 'good'].map((tone) => [tone, `${tone}-wash`] as const),
  ...['accent', 'warm', 'danger', 'good'].map((tone) => ['ink', `${tone}-wash`] as const),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-danger', 'danger'],
  ...Array.from({ length: 8 }, (_, n) => ['note-ink', `note-${n}`] as const),
] as const

test.each(themes)('text reads at 4.5:1 or more in the theme: %s', (_, colours) => {
  const weak = TEXT_PAIRS.filter(([ink, paper]) => contrast(colours, ink, paper) < 4.5)
  expect(weak).toEqual([])
})

test.each(themes)('the edges of controls stand out at 3:1 in the theme: %s', (_, colours) => {
  expect(PAPERS.filter((paper) => contrast(colours, 'line-strong', paper) < 3)).toEqual([])
})

/** Which of the rings of the focus is meant for what lies under it. */
const RINGS: readonly (readonly [ring: string, grounds: readonly string[]])[] = [
  ['accent', [...PAPERS, 'accent-wash', 'warm-wash', 'danger-wash', 'good-wash']],
  ['note-ink', ['note-blank', ...Array.from({ length: 8 }, (_, n) => `note-${n}`)]],
  ['paper', ['ink']],
  ['on-danger', ['danger']],
]

test.each(themes)(
  'the ring of the focus stands out at 3:1 wherever it lies in the theme: %s',
  (_, colours) => {
    const weak = RINGS.flatMap(([ring, grounds]) =>
      grounds.filter((ground) => contrast(colours, ring, ground) < 3).map((ground) => `${ring} on ${ground}`),
    )
    expect(weak).toEqual([])
    for (const [name, ring] of [
      ['paper', 'accent'],
      ['note', 'note-ink'],
      ['ink', 'paper'],
    ])
      expect(css).toContain(`--focus-on-${name}: var(--focus-width) solid var(--${ring});`)
  },
)

test.each(themes)(
  'whoever asks for more contrast has 7:1 for text and edges in the theme: %s',
  (_, colours) => {
    const from = css.indexOf('@media (prefers-contrast: more)')
    const body = css.slice(from, css.indexOf('}', from))
    const asked = [...body.matchAll(/--([\w-]+): var\(--([\w-]+)\)/g)].map(
      (m) => [m[1] ?? '', m[2] ?? ''] as const,
    )
    expect(asked.length).toBeGreaterThan(3)
    const more = new Map([...colours, ...asked.map(([name, as]) => [name, colours.get(as) ?? ''] as const)])
    const strong = ['ink', 'ink-soft', 'accent', 'line', 'line-strong']
    const weak = strong.flatMap((ink) =>
      PAPERS.filter((paper) => contrast(more, ink, paper) < 7).map((p) => [ink, p]),
    )
    expect(weak).toEqual([])
  },
)

test.each(themes)('what is read from five metres reaches 7:1 on paper in the theme: %s', (_, colours) => {
  const inks = ['ink', 'ink-soft', 'accent', 'warm']
  expect(inks.filter((ink) => contrast(colours, ink, 'paper') < 7)).toEqual([])
})

/** How people see who lack one kind of cone (Machado et al. 2009, full severity), on linear RGB. */
const SIGHTS: Readonly<Record<string, readonly (readonly number[])[]>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function lab(hex: string, sight: readonly (readonly number[])[]): number[] {
  const rgb = channels(hex).map(linear)
  const seen = sight.map((row) => row.reduce((sum, k, at) => sum + k * (rgb[at] ?? 0), 0))
  const [r = 0, g = 0, b = 0] = seen.map((c) => Math.min(1, Math.max(0, c)))
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** CIE76; about 2 is the least difference that one sees side by side. */
const LEAST_DIFFERENCE = 10

test.each(themes)(
  'any two note colours can be told apart with any kind of sight in the theme: %s',
  (_, colours) => {
    const close: string[] = []
    for (const [sight, matrix] of Object.entries(SIGHTS))
      for (let a = 0; a < 8; a += 1)
        for (let b = a + 1; b < 8; b += 1) {
          const [p, q] = [a, b].map((n) => lab(colours.get(`note-${n}`) ?? '#000000', matrix)) as [
            number[],
            number[],
          ]
          const distance = Math.hypot(...p.map((v, at) => v - (q[at] ?? 0)))
          if (distance < LEAST_DIFFERENCE) close.push(`${sight}: ${a} and ${b} (${distance.toFixed(1)})`)
        }
    expect(close).toEqual([])
  },
)

test('both ways to dark are the same colours', () => {
  expect([...(themes[1]?.[1] ?? [])]).toEqual([...(themes[2]?.[1] ?? [])])
})
