import { type Puzzle, searchAnswer } from '@escale/shared'
import { beforeEach, describe, expect, test } from 'vitest'
import { addressGroup } from './address.ts'
import { Buckets } from './buckets.ts'
import { Puzzles } from './puzzles.ts'
import { RATES, RateLimits, type Rates } from './rate-limits.ts'
import { TOLLS, Tolls } from './tolls.ts'

let ms: number
const now = () => ms
beforeEach(() => {
  ms = 1_000
})

const solve = (puzzle: Puzzle): string => `${puzzle.token}.${searchAnswer(puzzle, 0, 10_000_000)}`

describe('[L20] buckets', () => {
  test('give so many at once, and the same again in their time, steadily', () => {
    const buckets = new Buckets({ points: 3, duration: 30 }, now)
    expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([true, true, true, false])
    expect(buckets.take('b')).toBe(true)
    ms += 9_999
    expect(buckets.take('a')).toBe(false)
    ms += 1
    expect(buckets.take('a')).toBe(true)
    expect(buckets.take('a')).toBe(false)
    ms += 3_600_000
    expect(buckets.left('a')).toBe(3)
  })

  test('what is given back can be taken again, and never makes more than there is', () => {
    const buckets = new Buckets({ points: 1, duration: 60 }, now)
    buckets.giveBack('a')
    expect([buckets.take('a'), buckets.take('a')]).toEqual([true, false])
    buckets.giveBack('a')
    expect(buckets.take('a')).toBe(true)
  })

  test('a million addresses take no more memory than some thousand', () => {
    const buckets = new Buckets({ points: 3, duration: 30 }, now, 1_000)
    for (let i = 0; i < 100_000; i++) buckets.take(String(i))
    expect(buckets.size).toBe(1_000)
    // Whoever is in use stays known.
    buckets.take('me')
    for (let i = 0; i < 5_000; i++) {
      buckets.take(`other ${i}`)
      if (i % 500 === 0) buckets.take('me')
    }
    expect(buckets.take('me')).toBe(false)
    const asMany = new Buckets({ points: 3, duration: 30 }, now)
    for (let i = 0; i < 30_000; i++) asMany.take(String(i))
    expect(asMany.size).toBe(20_000)
  })
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['2001::2:3:4:5:6:7', '2001:0:2:3::/64'],
  ['2001:db8:1:2:3::', '2001:db8:1:2::/64'],
  // Only what is mapped as a whole is an IPv4 address.
  ['2001:db8::ffff:192.0.2.7', '2001:db8:0:0::/64'],
  ['::ffff:192.0.2.7.9', ''],
  ['nonsense', ''],
  [undefined, ''],
])('[L21] %s is counted as %s', (ip, group) => expect(addressGroup(ip)).toBe(group))

describe('[L22] puzzles', () => {
  test('are good once, for what they were given for, in time, for the work that is asked', () => {
    const puzzles = new Puzzles(now)
    const answer = solve(puzzles.issue('a', 4))
    expect(puzzles.redeem('b', answer, 4)).toBe(false)
    expect(puzzles.redeem('a', answer, 5)).toBe(false)
    expect(puzzles.redeem('a', answer, 4)).toBe(true)
    expect(puzzles.redeem('a', answer, 4)).toBe(false)
    const late = solve(puzzles.issue('a', 4))
    ms += 11 * 60_000
    expect(puzzles.redeem('a', late, 4)).toBe(false)
  })

  test('are good until their ten minutes are over, and once in their last moment, too', () => {
    const puzzles = new Puzzles(now)
    const [last, late] = [puzzles.issue('a', 0), puzzles.issue('a', 0)].map((puzzle) => `${puzzle.token}.0`)
    ms += 10 * 60_000
    expect([puzzles.redeem('a', last ?? '', 0), puzzles.redeem('a', last ?? '', 0)]).toEqual([true, false])
    ms += 1
    expect(puzzles.redeem('a', late ?? '', 0)).toBe(false)
  })

  test('so many answered ones are remembered; when there are more, none is taken until they are over', () => {
    const puzzles = new Puzzles(now, 3)
    const redeem = (answer = '0') => puzzles.redeem('a', `${puzzles.issue('a', 0).token}.${answer}`, 0)
    expect([1, 2, 3, 4].map(() => redeem())).toEqual([true, true, true, false])
    ms += 10 * 60_000
    expect(redeem()).toBe(false)
    ms += 1
    expect([1, 2, 3, 4].map(() => redeem())).toEqual([true, true, true, false])
  })

  test('an answer is a number that can be counted to, and nothing stands around it', () => {
    const puzzles = new Puzzles(now)
    const { token } = puzzles.issue('a', 0)
    for (const odd of [
      `${token}.9007199254740992`,
      `${token}.0x`,
      `x${token}.0`,
      `${token}.0.0`,
      ` ${token}.0`,
    ])
      expect([odd, puzzles.redeem('a', odd, 0)]).toEqual([odd, false])
    expect(puzzles.redeem('a', `${token}.9007199254740991`, 0)).toBe(true)
  })

  test('a wrong answer, an easier puzzle of one’s own and another server’s open nothing', () => {
    const puzzles = new Puzzles(now)
    const puzzle = puzzles.issue('a', 6)
    const right = Number(solve(puzzle).split('.').at(-1))
    const wrong = Array.from({ length: 50 }, (_, i) => right + 1 + i).find(
      (n) => searchAnswer(puzzle, n, 1) === undefined,
    )
    expect(puzzles.redeem('a', `${puzzle.token}.${wrong}`, 6)).toBe(false)
    const easier = puzzle.token.replace('.6.', '.0.')
    expect(easier).not.toBe(puzzle.token)
    expect(puzzles.redeem('a', `${easier}.0`, 0)).toBe(false)
    expect(puzzles.redeem('a', solve(new Puzzles(now).issue('a', 6)), 6)).toBe(false)
    for (const nonsense of ['', 'x', '....', `${puzzle.token}.-1`, `${puzzle.token}.1e9`])
      expect(puzzles.redeem('a', nonsense, 0)).toBe(false)
  })
})

describe('[L23] tolls', () => {
  const few: Rates = { ...RATES, wrongCodesPerAddress: { points: 3, duration: 15 } }
  const tollsWith = (rates: Rates) => new Tolls(new RateLimits(rates, now), now)

  test('within the rate nothing is asked; the next one waits; then a puzzle opens, once', () => {
    const tolls = tollsWith(few)
    for (let i = 0; i < 3; i++)
      expect(tolls.pass('code', ['a'], undefined)).toMatchObject({ may: true, afterMs: 0 })
    expect(tolls.pass('code', ['a'], undefined)).toMatchObject({ may: true, afterMs: 5_000 })
    const asked = tolls.pass('code', ['a'], undefined)
    if (asked.may || asked.puzzle === null) throw new Error('no puzzle')
    expect(asked.puzzle.bits).toBe(TOLLS.code.bits)
    const header = solve(asked.puzzle)
    expect(tolls.pass('code', ['a'], header).may).toBe(true)
    expect(tolls.pass('code', ['a'], header).may).toBe(false)
    // Another address knows nothing of it, and the puzzle was not for it.
    expect(tolls.pass('code', ['b'], undefined).may).toBe(true)
  })

  test('what turned out not to count is uncounted', () => {
    const tolls = tollsWith(few)
    for (let i = 0; i < 50; i++) {
      const passage = tolls.pass('code', ['a'], undefined)
      expect(passage).toMatchObject({ may: true, afterMs: 0 })
      if (passage.may) passage.giveBack()
    }
  })

  test('a rate for all addresses together holds for any number of them, and takes nothing where it refuses', () => {
    const tolls = tollsWith({
      ...RATES,
      wrongCodesPerAddress: { points: 1, duration: 1e9 },
      wrongCodesPerProcess: { points: 2, duration: 2 },
    })
    expect([1, 2, 3, 4].map((i) => tolls.pass('code', [`address ${i}`], undefined).may)).toEqual([
      true,
      true,
      false,
      false,
    ])
    ms += 1_000
    expect(tolls.pass('code', ['address 3'], undefined)).toMatchObject({ may: true, afterMs: 0 })
  })

  test('the work doubles with what was paid, ends in a refusal, and is forgotten again', () => {
    const { bits, bitsMax, doublesAfter, perSecond } = TOLLS.code
    const rates = { ...RATES, wrongCodesPerAddress: { points: 1, duration: 1e9 } }
    // The puzzles themselves are tested above; here any answer counts.
    const tolls = new Tolls(new RateLimits(rates, now), now, {
      issue: (_, bits) => ({ token: 't', bits }),
      redeem: () => true,
    })
    const price = () => {
      const passage = tolls.pass('code', ['a'], undefined)
      return passage.may || passage.puzzle === null ? null : passage.puzzle.bits
    }
    tolls.pass('code', ['a'], undefined)
    tolls.pass('code', ['a'], undefined)
    for (let level = bits; level <= bitsMax; level++) {
      expect(price()).toBe(level)
      for (let i = 0; i < doublesAfter; i++) expect(tolls.pass('code', ['a'], 'paid').may).toBe(true)
    }
    expect(price()).toBeNull()
    expect(tolls.pass('code', ['a'], 'paid').may).toBe(false)
    ms += 1_000
    expect(price()).toBe(bitsMax)
    for (let i = 0; i < perSecond; i++) expect(tolls.pass('code', ['a'], 'paid').may).toBe(true)
    expect(tolls.pass('code', ['a'], 'paid').may).toBe(false)
    ms += ((bitsMax - bits + 1) * doublesAfter * 1_000) / perSecond
    expect(price()).toBe(bits)
  })

  test.each([
    ['code', { debt: 1, bits: 14, doublesAfter: 100, perSecond: 10, bitsMax: 20 }],
    ['join', { debt: 0, bits: 14, doublesAfter: 50, perSecond: 1, bitsMax: 20 }],
    ['create', { debt: 0, bits: 15, doublesAfter: 20, perSecond: 0.5, bitsMax: 20 }],
  ] as const)(
    '%s costs what was worked out for it (ADR 0017); another price is a decision',
    (name, price) => {
      expect(TOLLS[name]).toMatchObject(price)
    },
  )

  test('a puzzle may be two steps easier than the price has become, but never easier than the first', () => {
    const { bits, doublesAfter } = TOLLS.code
    const asked: number[] = []
    const rates = { ...RATES, wrongCodesPerAddress: { points: 1, duration: 1e9 } }
    const tolls = new Tolls(new RateLimits(rates, now), now, {
      issue: (_, bits) => ({ token: 't', bits }),
      redeem: (_, __, atLeast) => asked.push(atLeast) > 0,
    })
    const pay = () => tolls.pass('code', ['a'], 'paid')
    for (let i = 0; i < 2 + 5 * doublesAfter; i++) pay()
    expect([0, 1, 2, 3, 4].map((level) => asked[level * doublesAfter])).toEqual([
      bits,
      bits,
      bits,
      bits + 1,
      bits + 2,
    ])
  })

  test('[L24] the odds to hit a code in a day stay below 0.1 %, however many addresses guess', () => {
    const DAY_S = 86_400
    const CODES = 2 ** 40
    const LIVE_CODES = 50
    const free = RATES.wrongCodesPerProcess
    const { bits, bitsMax, doublesAfter, perSecond } = TOLLS.code
    const tries =
      free.points +
      (DAY_S * free.points) / free.duration +
      (bitsMax - bits + 1) * doublesAfter +
      DAY_S * perSecond
    expect((tries * LIVE_CODES) / CODES).toBeLessThan(0.001)
    // And of a thousand addresses, T5 of the threat model, without the rate for all.
    const { points, duration } = RATES.wrongCodesPerAddress
    const ofThousand =
      1_000 * (points + (DAY_S * points) / duration) + doublesAfter * (bitsMax - bits + 1) + DAY_S * perSecond
    expect((ofThousand * LIVE_CODES) / CODES).toBeLessThan(0.001)
  })
})
