import { describe, expect, it } from 'vitest'
import { INTENTIONS } from './intentions.ts'
import { CROWD_SIZE, personNumber } from './people.ts'

describe('the data of the simulated people', () => {
  it('has the 83 intentions as they were written, the line break of one included', () => {
    expect(INTENTIONS).toHaveLength(83)
    expect(new Set(INTENTIONS).size).toBe(83)
    expect(INTENTIONS.filter((text) => text.includes('\n'))).toEqual([
      'Une accélération de la prise de conscience écologique\nPlus de sobriété',
    ])
    expect(INTENTIONS).toContain(
      "Renforcer l'attention et les échanges avec les pkus vulnérables aussi ds nos orga",
    )
  })

  it('gives everybody another name, beyond the list too', () => {
    const names = Array.from({ length: 3 * CROWD_SIZE }, (_, i) => personNumber(i).name)
    expect(CROWD_SIZE).toBe(24)
    expect(new Set(names).size).toBe(names.length)
  })
})
