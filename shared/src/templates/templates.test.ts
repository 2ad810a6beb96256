import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { kinds } from '../activities/registry.ts'
import { exportWorkshop, importWorkshop } from '../plan/file.ts'
import { Workshop } from '../plan/workshop.ts'
import { blankWorkshop, templates } from './templates.ts'

const mint = () => {
  let n = 0
  return () => `id-${n++}`
}

describe.each(templates)('template $id', ({ workshop }) => {
  test.each(['fr', 'en'] as const)(
    'is a valid workshop in %s, every definition accepted by its kind',
    (language) => {
      const made = workshop(language)
      expect(Workshop.safeParse(made).success).toBe(true)
      const read = importWorkshop(kinds, JSON.parse(JSON.stringify(exportWorkshop(made))), mint())
      expect(read.ok).toBe(true)
    },
  )
})

describe('the visio of 24 April', () => {
  const plan = templates.find((t) => t.id === 'visio-24-avril')?.workshop('fr').plan ?? []

  test('has its 17 steps, two hours, and says which lengths are proposals', () => {
    expect(plan).toHaveLength(17)
    expect(plan.reduce((sum, a) => sum + a.durationMs, 0)).toBe(7_200_000)
    expect(plan.filter((a) => !a.durationProposed).map((a) => a.id)).toEqual([
      'rallye-ecriture',
      'et-demain-sous-groupes',
    ])
  })

  test('invites to read where the hands are raised, and nowhere else', () => {
    const inviting = plan.filter((a) => JSON.stringify(a).includes('lectures de vos histoires'))
    expect(inviting.map(({ id, kind }) => ({ id, kind }))).toEqual([
      { id: 'rallye-ecriture', kind: 'word-rally' },
    ])
  })

  test('leaves out the people named in the deck and the note left on a slide', () => {
    expect(JSON.stringify(plan)).not.toMatch(/chabaud|klein|karine|julie|cora/i)
  })
})

describe('a workshop file', () => {
  test('[D9] has its ids minted anew and is otherwise what was exported', () => {
    const made = templates[0]?.workshop('fr') ?? blankWorkshop('fr')
    const read = importWorkshop(kinds, exportWorkshop(made), mint())
    if (!read.ok) throw new Error(read.refusal)
    expect(read.value.workshop.plan.map((a) => a.id)).toEqual(made.plan.map((_, i) => `id-${i}`))
    expect(read.value.workshop.plan.map(({ id: _, ...rest }) => rest)).toEqual(
      made.plan.map(({ id: _, ...rest }) => rest),
    )
  })

  test.each([
    [null, 'invalid'],
    [[], 'invalid'],
    ['{}', 'invalid'],
    [{ format: 'escale-workshop', version: 99 }, 'unknown-version'],
    [{ format: 'escale-workshop', version: 1, workshop: { plan: 'x' } }, 'invalid'],
    [
      JSON.parse('{"format":"escale-workshop","version":1,"workshop":{"__proto__":{"polluted":true}}}'),
      'invalid',
    ],
  ] as const)('[D9] %j is refused', (raw, refusal) => {
    expect(importWorkshop(kinds, raw, mint())).toEqual({ ok: false, refusal })
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  test('[D9] a kind that is not known is refused by name of the reason', () => {
    const made = exportWorkshop(templates[0]?.workshop('fr') ?? blankWorkshop('fr'))
    const plan = made.workshop.plan.map((a) => ({ ...a, kind: 'from-the-future' }))
    expect(importWorkshop(kinds, { ...made, workshop: { ...made.workshop, plan } }, mint())).toEqual({
      ok: false,
      refusal: 'unknown-kind',
    })
  })
})

test('French texts of the templates keep their no-break spaces', () => {
  for (const file of [
    'visio-24-avril/opening.ts',
    'visio-24-avril/workshop-time.ts',
    'visio-24-avril/closing.ts',
  ]) {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8').replace(/^(\s*\/\*\*|\s*\w+:) /gm, '')
    expect(text.match(/« | »|[a-zé] [;!?](?=[ '"`\\])/g) ?? []).toEqual([])
  }
})
