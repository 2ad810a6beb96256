import { REACTIONS, type Reaction } from '@escale/shared'
import { type CSSProperties, use, useEffect, useRef, useState } from 'react'
import { CompanyContext } from '../activities/kit/company.ts'
import { announce } from '../ui/announce.ts'
import css from './Applause.module.css'
import { EMOJI, given } from './emoji.ts'
import { useReactionTexts } from './texts.ts'

/** What floats up is gone after this; the stylesheet has the same. */
const FLOATS_MS = 2_600
/** However many clap, no more than this floats up for one kind at a time. */
const FLOATS_MOST = 5
/** A number that nothing was added to for so long begins again. */
const COUNTED_MS = 4_000
/** Read aloud at most this often. */
const SAID_EVERY_MS = 10_000

interface Float {
  readonly key: number
  readonly reaction: Reaction
  /** Where across, share of the width; and by how much later than the others, ms. */
  readonly across: number
  readonly delayMs: number
}

const NONE: readonly number[] = REACTIONS.map(() => 0)
const sum = (a: readonly number[], b: readonly number[]) => a.map((n, i) => n + (b[i] ?? 0))

/** A few for a few, and not many for many. */
const floatsFor = (count: number) => Math.min(FLOATS_MOST, Math.ceil(Math.log2(count + 1)))

/** Reads out what was given, together and not often. */
function useSaid(): (applause: readonly number[]) => void {
  const t = useReactionTexts()
  const waiting = useRef(NONE)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const words = useRef(t)
  words.current = t
  useEffect(() => () => clearTimeout(timer.current), [])
  return (applause) => {
    waiting.current = sum(waiting.current, applause)
    timer.current ??= setTimeout(() => {
      const list = given(waiting.current).map(([reaction, count]) => `${words.current(reaction)} ${count}`)
      announce(words.current('heard', { list: list.join(', ') }))
      waiting.current = NONE
      timer.current = undefined
    }, SAID_EVERY_MS)
  }
}

interface ApplauseProps {
  /** What was given before this was loaded. */
  readonly first: readonly number[]
  readonly isSilent: boolean
}

/** What is given floats up, and is counted: with reduced motion only the number is there. */
export default function Applause({ first, isSilent }: ApplauseProps) {
  const { onApplause } = use(CompanyContext)
  const [floats, setFloats] = useState<readonly Float[]>([])
  const [counts, setCounts] = useState(NONE)
  const keys = useRef(0)
  const say = useSaid()
  const hear = useRef<(applause: readonly number[]) => void>(() => undefined)
  const ending = useRef<ReturnType<typeof setTimeout>>(undefined)
  hear.current = (applause) => {
    setCounts((before) => sum(before, applause))
    clearTimeout(ending.current)
    ending.current = setTimeout(() => setCounts(NONE), COUNTED_MS)
    if (!isSilent) say(applause)
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const fresh = given(applause).flatMap(([reaction, count]) =>
      Array.from({ length: floatsFor(count) }, () => ({
        key: keys.current++,
        reaction,
        across: Math.random(),
        delayMs: Math.random() * 400,
      })),
    )
    setFloats((before) => [...before, ...fresh])
    const last = keys.current
    setTimeout(() => setFloats((before) => before.filter(({ key }) => key >= last)), FLOATS_MS + 400)
  }
  useEffect(() => onApplause((applause) => hear.current(applause)), [onApplause])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, at the beginning
  useEffect(() => hear.current(first), [])
  useEffect(() => () => clearTimeout(ending.current), [])
  const counted = given(counts)
  return (
    <div className={css['applause']} aria-hidden="true">
      {floats.map(({ key, reaction, across, delayMs }) => (
        <span
          key={key}
          className={css['float']}
          style={{ '--across': across, '--delay': `${delayMs}ms` } as CSSProperties}
        >
          {EMOJI[reaction]}
        </span>
      ))}
      {counted.length > 0 ? (
        <p className={css['counts']}>
          {counted.map(([reaction, count]) => (
            <span key={reaction}>
              {EMOJI[reaction]} {count}
            </span>
          ))}
        </p>
      ) : null}
    </div>
  )
}
