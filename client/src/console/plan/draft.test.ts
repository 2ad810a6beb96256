import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Draft, type DraftEvent, draftOf, reduceDraft } from './draft.ts'

const run = (draft: Draft<string>, ...events: DraftEvent<string>[]) => events.reduce(reduceDraft, draft)
const start = draftOf('accueil', 10)

describe('a field that two facilitators edit', () => {
  it('follows the server while nobody here writes in it', () => {
    expect(run(start, { type: 'arrived', value: 'bienvenue', seq: 11 }).value).toBe('bienvenue')
  })

  it('keeps what is being typed, and tells of the other edit', () => {
    const d = run(
      start,
      { type: 'focus' },
      { type: 'write', value: 'accueil !' },
      { type: 'arrived', value: 'bienvenue', seq: 11 },
    )
    expect(d.value).toBe('accueil !')
    expect(d.theirs).toEqual({ value: 'bienvenue' })
  })

  it('does not take its own echo for somebody else, whichever of echo and receipt comes first', () => {
    const typed = run(start, { type: 'focus' }, { type: 'write', value: 'a' }, { type: 'sent' })
    const echo: DraftEvent<string> = { type: 'arrived', value: 'a', seq: 11 }
    const receipt: DraftEvent<string> = { type: 'saved', value: 'a', seq: 11 }
    for (const order of [
      [echo, receipt],
      [receipt, echo],
    ]) {
      const d = run(typed, { type: 'write', value: 'ab' }, ...order)
      expect(d).toMatchObject({ value: 'ab', theirs: null, waiting: 0, isDirty: true })
    }
  })

  it('does not jump back to an older value when the receipt comes late', () => {
    const d = run(
      start,
      { type: 'write', value: 'mine' },
      { type: 'sent' },
      { type: 'arrived', value: 'theirs', seq: 12 },
      { type: 'saved', value: 'mine', seq: 11 },
    )
    expect(d.value).toBe('theirs')
  })

  it('sends a change of mind even while the first version is still under way', () => {
    const d = run(start, { type: 'write', value: 'x' }, { type: 'sent' }, { type: 'write', value: 'accueil' })
    expect(d.isDirty).toBe(true)
  })

  it('takes the other version when asked', () => {
    const d = run(
      start,
      { type: 'focus' },
      { type: 'write', value: 'x' },
      { type: 'arrived', value: 'y', seq: 11 },
      { type: 'take-theirs' },
      { type: 'blur' },
    )
    expect(d).toMatchObject({ value: 'y', isDirty: false, theirs: null })
  })

  it('keeps a refused text so that it can be corrected', () => {
    const d = run(
      start,
      { type: 'write', value: 'trop' },
      { type: 'sent' },
      { type: 'refused', refusal: 'too-large' },
      { type: 'blur' },
    )
    expect(d).toMatchObject({ value: 'trop', refusal: 'too-large' })
    expect(run(d, { type: 'write', value: 'juste' }).refusal).toBeNull()
  })

  const anEvent: fc.Arbitrary<DraftEvent<string>> = fc.oneof(
    fc.constantFrom<DraftEvent<string>>({ type: 'focus' }, { type: 'sent' }, { type: 'keep-mine' }),
    fc.record({ type: fc.constant('arrived' as const), value: fc.string(), seq: fc.nat(40) }),
    fc.record({ type: fc.constant('saved' as const), value: fc.string(), seq: fc.nat(40) }),
  )

  it('never changes under the fingers of who writes, whatever arrives', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(anEvent), (typed, events) => {
        const d = run(start, { type: 'focus' }, { type: 'write', value: typed }, ...events)
        expect(d.value).toBe(typed)
      }),
    )
  })

  it('ends on the last value of the server once nothing is at stake here', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (values) => {
        const arrivals = values.map(
          (value, i): DraftEvent<string> => ({ type: 'arrived', value, seq: 11 + i }),
        )
        const d = run(start, { type: 'focus' }, ...arrivals, { type: 'blur' })
        expect(d.value).toBe(values.at(-1))
      }),
    )
  })
})
