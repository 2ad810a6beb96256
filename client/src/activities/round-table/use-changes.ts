import { useEffect, useRef } from 'react'

/** Calls `tell` when `value` becomes another one, with the one before; not for the first. */
export function useOnChange<T extends string | number | boolean>(
  value: T,
  tell: (value: T, before: T) => void,
): void {
  const before = useRef(value)
  const telling = useRef(tell)
  useEffect(() => {
    telling.current = tell
  })
  useEffect(() => {
    const was = before.current
    if (was === value) return
    before.current = value
    telling.current(value, was)
  }, [value])
}
