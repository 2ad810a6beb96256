import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { classNames } from '../../styles/class-names.ts'
import css from './Fit.module.css'

export interface FitProps {
  readonly children: ReactNode
  /** Sizes to try, in em of the place, the largest first. The last one is kept when nothing fits. */
  readonly steps?: readonly number[]
  readonly className?: string | undefined
}

const STEPS = [1.9, 1.7, 1.5, 1.3, 1.15, 1, 0.9, 0.8] as const

/**
 * Text as large as its place allows: for what is read from five metres and cannot be scrolled. What does not fit even at
 * the smallest size is set in columns (see Fit.module.css).
 */
export function Fit({ children, steps = STEPS, className }: FitProps) {
  const place = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)

  const fit = () => {
    const outer = place.current
    const inner = content.current
    if (!outer || !inner) return
    const fits = () =>
      inner.scrollHeight <= outer.clientHeight + 1 && inner.scrollWidth <= outer.clientWidth + 1
    delete outer.dataset['tight']
    for (const step of steps) {
      inner.style.fontSize = `${step}em`
      if (fits()) return
    }
    outer.dataset['tight'] = 'true'
  }

  // After every render: what is inside may have changed.
  useLayoutEffect(fit)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `fit` reads the refs; the observer lives as long as the place
  useEffect(() => {
    if (!place.current || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => fit())
    observer.observe(place.current)
    document.fonts?.ready.then(fit, () => {})
    return () => observer.disconnect()
  }, [])

  return (
    <div ref={place} className={classNames(css['place'], className)}>
      <div ref={content} className={css['content']}>
        {children}
      </div>
    </div>
  )
}
