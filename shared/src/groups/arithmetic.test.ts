import { describe, expect, it } from 'vitest'
import { arithmetic } from './arithmetic.ts'

const MINUTE = 60_000

describe('the arithmetic of turns', () => {
  it.each([
    [5, 600, 1200],
    [6, 720, 1080],
    [7, 840, 960],
    [8, 960, 840],
    [9, 1080, 720],
    [10, 1200, 600],
    [11, 1320, 480],
    [12, 1440, 360],
    [15, 1800, 0],
  ])('[G7] %i people with 2 min each speak %i s of 30 min and have %i s free', (size, tour, free) => {
    expect(arithmetic(size, 2 * MINUTE, 30 * MINUTE)).toMatchObject({
      tourMs: tour * 1000,
      freeMs: free * 1000,
      fits: true,
    })
  })

  it('[G8] offers a turn that fits and leaves a third of the time free', () => {
    const tight = arithmetic(16, 2 * MINUTE, 30 * MINUTE)
    expect(tight).toMatchObject({ fits: false, freeMs: 0, fittingTurnMs: 75_000 })
    expect(arithmetic(16, tight.fittingTurnMs ?? 0, 30 * MINUTE)).toMatchObject({
      fits: true,
      freeMs: 10 * MINUTE,
    })
    expect(arithmetic(40, MINUTE, 15 * MINUTE).fittingTurnMs).toBe(15_000)
    expect(arithmetic(50, MINUTE, 10 * MINUTE).fittingTurnMs).toBeNull()
    // Of nobody there is no end of turns: all the time is free.
    expect(arithmetic(0, MINUTE, 10 * MINUTE)).toEqual({
      ...{ tourMs: 0, freeMs: 10 * MINUTE, fits: true, fittingTurnMs: 10 * MINUTE },
    })
  })
})
