import { type RefObject, useLayoutEffect, useState } from 'react'

export interface Space {
  /** px */
  readonly width: number
  readonly height: number
  /** Size of its letters, px. */
  readonly em: number
}

const NONE: Space = { width: 0, height: 0, em: 16 }

/** The room that the first element with `data-tiles` has; looked for anew when `key` changes. */
export function useSpace(around: RefObject<HTMLElement | null>, key: unknown): Space {
  const [space, setSpace] = useState(NONE)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says when there is another element to measure
  useLayoutEffect(() => {
    const tiles = around.current?.querySelector<HTMLElement>('[data-tiles]')
    if (!tiles || typeof ResizeObserver === 'undefined') return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = tiles
      const em = Number.parseFloat(getComputedStyle(tiles).fontSize)
      setSpace((s) => (s.width === width && s.height === height && s.em === em ? s : { width, height, em }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(tiles)
    return () => observer.disconnect()
  }, [around, key])
  return space
}
