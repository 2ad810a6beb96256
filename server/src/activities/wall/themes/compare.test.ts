import { describe, expect, test } from 'vitest'
import { CHOSEN, METHODS, tried } from './compare.testkit.ts'
import { INTENTION_THEMES } from './reference/intentions.testkit.ts'
import { LIBRARY } from './reference/library.testkit.ts'
import { NEIGHBOURHOOD } from './reference/neighbourhood.testkit.ts'
import { NEWCOMERS } from './reference/newcomers.testkit.ts'
import type { Reference } from './reference/reference.testkit.ts'

/** What the chosen method must reach: a little below what was measured (docs/adr/0012). Never to be lowered. */
const FLOORS: readonly (readonly [Reference, { readonly f1: number; readonly rand: number }])[] = [
  [INTENTION_THEMES, { f1: 0.68, rand: 0.53 }],
  [NEIGHBOURHOOD, { f1: 0.65, rand: 0.51 }],
  [LIBRARY, { f1: 0.5, rand: 0.27 }],
  [NEWCOMERS, { f1: 0.6, rand: 0.35 }],
]

describe('[M65] themes come near to what a person made of the same notes', () => {
  for (const [reference, { f1, rand }] of FLOORS)
    test(reference.name, () => {
      const score = tried(CHOSEN, reference)
      expect(score.f1).toBeGreaterThan(f1)
      expect(score.rand).toBeGreaterThan(rand)
      expect(score.coverage).toBeGreaterThan(0.85)
    })

  test('nearer than words alone, on each set', () => {
    for (const [reference] of FLOORS) {
      const words = Object.keys(METHODS).filter((name) => !name.includes('fields'))
      const best = Math.max(...words.map((name) => tried(name, reference).f1))
      expect([reference.name, tried(CHOSEN, reference).f1 > best + 0.1]).toEqual([reference.name, true])
    }
  })
})

// `THEMES_TABLE=1 npx vitest run compare` prints the table of the ADR.
if (process.env['THEMES_TABLE']) {
  const rows = Object.keys(METHODS).map((method) => {
    const cells = FLOORS.map(([reference]) => {
      const { f1, rand, coverage, groups } = tried(method, reference)
      return `${f1.toFixed(2)} / ${rand.toFixed(2)} / ${Math.round(coverage * 100)} % / ${groups}`
    })
    return `| ${[method, ...cells].join(' | ')} |`
  })
  process.stdout.write(
    `\n| B³ F1 / ARI / coverage / groups | ${FLOORS.map(([r]) => r.name).join(' | ')} |\n|---|---|---|---|---|\n${rows.join('\n')}\n`,
  )
}
