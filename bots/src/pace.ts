import type { Random } from '@escale/shared'

/** Somebody left: what was waiting stops here. */
export class Left extends Error {
  override readonly name = 'Left'
}

/** How fast a simulated person is. 1: like people; 0.1: ten times as fast. */
export type Tempo = number

/** Waits between `min` and `max` ms, drawn from `random`. @throws Left when `signal` aborts */
export function pauseBetween(
  min: number,
  max: number,
  random: Random,
  tempo: Tempo,
  signal: AbortSignal,
): Promise<void> {
  return waitFor((min + random.next() * (max - min)) * tempo, signal)
}

/** @throws Left when `signal` aborts */
export function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      reject(new Left())
    }
    if (signal.aborted) {
      reject(new Left())
      return
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave)
      resolve()
    }, ms)
    signal.addEventListener('abort', leave, { once: true })
  })
}
