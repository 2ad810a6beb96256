import { now } from './clock.ts'

const ROUNDS = 3
const STEPS = 40_000_000

function spinOnce(): number {
  const began = now()
  let x = 1
  for (let i = 0; i < STEPS; i++) x = (Math.imul(x, 1_664_525) + 1_013_904_223) | 0
  // The result is used, so that the loop is not optimised away.
  return x === 0 ? 0 : now() - began
}

/** A fixed amount of work, ms: slower than before means that somebody else uses the machine. The median of a few goes. */
export function spin(): number {
  const times = Array.from({ length: ROUNDS }, spinOnce).sort((a, b) => a - b)
  return times[Math.floor(ROUNDS / 2)] ?? 0
}
