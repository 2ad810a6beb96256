/** Which notes of an anonymous wall this device wrote: the document itself must not say. Forgotten with the browser's data. */
import { useCallback, useState } from 'react'

const key = (activity: string) => `escale.notes.${activity}`

function read(activity: string): ReadonlySet<string> {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(key(activity)) ?? '[]')
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [])
  } catch {
    return new Set()
  }
}

export function useOwnNotes(activity: string): {
  readonly own: ReadonlySet<string>
  readonly claim: (id: string) => void
} {
  const [own, setOwn] = useState(() => read(activity))
  const claim = useCallback(
    (id: string) =>
      setOwn((before) => {
        const next = new Set(before).add(id)
        try {
          localStorage.setItem(key(activity), JSON.stringify([...next]))
        } catch {
          // Kept for as long as the page is open.
        }
        return next
      }),
    [activity],
  )
  return { own, claim }
}
