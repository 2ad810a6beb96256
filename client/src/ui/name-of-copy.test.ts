import { limits } from '@escale/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameOfCopy } from './name-of-copy.ts'

const say = (title: string, n: number) => (n === 1 ? `${title} (copie)` : `${title} (copie ${n})`)

describe('the name of a copy', () => {
  it.each([
    ['Accueil', [], 'Accueil (copie)'],
    ['Accueil', ['Accueil (copie)'], 'Accueil (copie 2)'],
    ['Accueil (copie)', ['Accueil', 'Accueil (copie)'], 'Accueil (copie 2)'],
    ['Accueil (copie 2)', ['Accueil (copie 2)'], 'Accueil (copie)'],
    ['', [], ''],
    ['(copie)', [], '(copie) (copie)'],
  ])('of « %s » beside %j: « %s »', (title, taken, name) => expect(nameOfCopy(title, taken, say)).toBe(name))

  it('is a title that is allowed, and no other’s', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: limits.TITLE_MAX_CHARS }), fc.nat(12), (title, copies) => {
        const taken = [title]
        for (let n = 0; n < copies; n++) {
          const name = nameOfCopy(title, taken, say)
          expect(name.length).toBeLessThanOrEqual(limits.TITLE_MAX_CHARS)
          if (title.trim() !== '') expect(taken).not.toContain(name)
          taken.push(name)
        }
      }),
    )
  })
})
