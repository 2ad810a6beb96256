import { Maximize } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import css from './FullscreenButton.module.css'
import { useScreenTexts } from './texts.ts'

/** The only control; gone when the picture fills the screen or nobody touches the mouse. */
export function FullscreenButton({ idle }: { readonly idle: boolean }) {
  const t = useScreenTexts()
  const [full, setFull] = useState(document.fullscreenElement !== null)
  useEffect(() => {
    const follow = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', follow)
    return () => document.removeEventListener('fullscreenchange', follow)
  }, [])
  // In the console's small frame there is nothing to fill.
  const isFramed = window.parent !== window
  if (full || idle || isFramed || !document.fullscreenEnabled) return null
  return (
    <div className={css['place']}>
      <Button size="s" onClick={() => void document.documentElement.requestFullscreen().catch(() => {})}>
        <Icon of={Maximize} />
        {t('fullscreen')}
      </Button>
    </div>
  )
}
