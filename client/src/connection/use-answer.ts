import { useCallback, useEffect, useState } from 'react'
import { type ApiOutcome, getJson } from './api.ts'

/** The answer to a GET; null while it is on its way. `again` asks once more. */
export function useAnswer<T>(path: string): {
  readonly answer: ApiOutcome<T> | null
  readonly again: () => void
} {
  const [answer, setAnswer] = useState<ApiOutcome<T> | null>(null)
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is what makes it ask again
  useEffect(() => {
    let wanted = true
    setAnswer(null)
    void getJson<T>(path).then((given) => {
      if (wanted) setAnswer(given)
    })
    return () => {
      wanted = false
    }
  }, [path, round])
  return { answer, again: useCallback(() => setRound((n) => n + 1), []) }
}
