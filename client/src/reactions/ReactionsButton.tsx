import { SmilePlus } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useAtHand } from '../connection/at-hand.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useReactTexts } from './button-texts.ts'
import css from './ReactionsButton.module.css'

const loadChoice = () => import('./ReactionsChoice.tsx')
const ReactionsChoice = lazy(async () => ({ default: (await loadChoice()).ReactionsChoice }))

/** A button that opens the reactions. They stay open: one claps more than once. */
export function ReactionsButton() {
  const t = useReactTexts()
  useAtHand(loadChoice)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (!isOpen) return
    const outside = ({ target }: Event) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false)
    }
    const onEscape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    document.addEventListener('keydown', onEscape)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
      document.removeEventListener('keydown', onEscape)
    }
  }, [isOpen])
  return (
    <div ref={root} className={css['root']}>
      <Button
        ref={button}
        variant="quiet"
        square
        aria-label={t('react')}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon of={SmilePlus} />
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <ReactionsChoice label={t('react')} />
        </Suspense>
      ) : null}
    </div>
  )
}
