/** A bucket that refills steadily: `take` says whether there was enough in it. */
export interface Bucket {
  take(amount: number): boolean
}

export function createBucket(perSecond: number, most: number, now: () => number): Bucket {
  let left = most
  let at = now()
  return {
    take(amount) {
      const moment = now()
      left = Math.min(most, left + ((moment - at) / 1_000) * perSecond)
      at = moment
      if (amount > left) return false
      left -= amount
      return true
    },
  }
}
