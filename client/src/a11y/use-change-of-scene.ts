import { type RefObject, useEffect, useRef } from 'react'
import { announce } from '../ui/announce.ts'

/**
 * At a change of `key` (not at first) moves the focus to the main heading and says `words`, once. Nothing else moves the
 * focus of somebody who may be writing.
 */
export function useChangeOfScene(key: string, words: string, heading: RefObject<HTMLElement | null>): void {
  const before = useRef(key)
  const said = useRef(words)
  said.current = words
  useEffect(() => {
    if (before.current === key) return
    before.current = key
    heading.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
    if (said.current) announce(said.current)
  }, [key, heading])
}
