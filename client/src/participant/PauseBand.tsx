import { useEffect, useRef } from 'react'
import { announce } from '../ui/announce.ts'
import css from './PauseBand.module.css'
import { usePauseTexts } from './pause-texts.ts'

/** Everything has stopped, in letters that nobody overlooks. */
export function PauseBand({ isPaused }: { readonly isPaused: boolean }) {
  const t = usePauseTexts()
  const before = useRef(false)
  useEffect(() => {
    if (before.current === isPaused) return
    before.current = isPaused
    announce(t(isPaused ? 'paused-said' : 'resumed-said'))
  }, [isPaused, t])
  if (!isPaused) return null
  return (
    <p className={css['band']}>
      <strong>{t('paused')}</strong> <span>{t('paused-text')}</span>
    </p>
  )
}
