/** Texts that make a careless reader slow: one small thing again and again, between a beginning and an end. */
import { STORY_MAX_CHARS } from '../limits.ts'

const UNITS = [
  ...[
    ' ',
    '\t',
    ' \n',
    '    ',
    'a ',
    'A',
    '0,0.',
    '- ',
    '* ',
    '**a',
    '_a',
    '[',
    '](',
    '![',
    '`',
    '~',
    '<',
    '<!--',
    '&',
  ],
  ...[
    '\\<',
    '| a ',
    '|-|\n',
    '> ',
    '>',
    '1. ',
    'a\n=',
    '.',
    'a-',
    '- [ ] ',
    '« ',
    ')',
    'https://',
    'www.',
    'a@b.',
  ],
  ...['e\u0301', '\u200d', '👨‍👩‍👧', '中', 'ﬃ'],
] as const
const FRAMES = [
  ['', ''],
  ['x', '!'],
] as const

interface SlowText {
  /** What it is made of, for a message. */
  readonly of: string
  readonly text: string
}

/** All of them, each about so many characters long. */
const slowTexts = (chars: number): readonly SlowText[] =>
  UNITS.flatMap((unit) =>
    FRAMES.map(([before, after]) => ({
      of: JSON.stringify([before, unit, after]),
      text: `${before}${unit.repeat(Math.ceil(chars / unit.length)).slice(0, chars)}${after}`,
    })),
  )

/** Node's, in whose tests alone this runs: `shared` itself knows none of it. µs. */
declare const process: {
  cpuUsage(before?: { user: number; system: number }): { user: number; system: number }
}

/** What a text as long as the longest story may cost, ms of processor time. */
const QUICK_MS = 20
const QUICK = { chars: STORY_MAX_CHARS, ms: QUICK_MS }
/** A machine that does much else counts several times as much; four times the text must not cost much more than four times. */
const GROWTH_MAX = 12
/** Less than this is mostly chance, ms. */
const TELLING_MS = 4
const TRIES = 4

/** ms of processor time; the least of some tries, since what else the process does counts, too. */
function cost(work: () => unknown, enough: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let n = 0; n < TRIES && least > enough; n++) {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1_000)
  }
  return least
}

/**
 * The texts of so many characters that `work` is slow with. What deals with people's text deals with anything in 20 ms, or at
 * least in proportion to its length.
 */
export function slowWith(work: (text: string) => unknown, { chars, ms: quick } = QUICK): string[] {
  const quarters = slowTexts(chars / 4)
  return slowTexts(chars).flatMap(({ of, text }, i) => {
    const ms = cost(() => work(text), quick)
    if (ms <= quick) return []
    const quarter = cost(() => work(quarters[i]?.text ?? ''), 0)
    return ms / Math.max(quarter, TELLING_MS) > GROWTH_MAX ? [`${of}: ${ms} ms, a quarter ${quarter} ms`] : []
  })
}
