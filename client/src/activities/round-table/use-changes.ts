import { useEffect, useRef } from 'react'

/** Calls `tell` when `value` becomes another one; not for the first. */
export function useOnChange<T extends string | number | boolean>(value: T, tell: (value: T) => void): void {
  const before = useRef(value)
  const telling = useRef(tell)
  useEffect(() => {
    telling.current = tell
  })
  useEffect(() => {
    if (before.current === value) return
    before.current = value
    telling.current(value)
  }, [value])
}
