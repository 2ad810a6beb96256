import { REACTIONS } from '@escale/shared'
import { SmilePlus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useSignal } from '../activities/kit/company.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { EMOJI } from './emoji.ts'
import css from './ReactionsButton.module.css'
import { useReactionTexts } from './texts.ts'

/** A button that opens the reactions. They stay open: one claps more than once. */
export function ReactionsButton() {
  const t = useReactionTexts()
  const signal = useSignal()
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
        <fieldset className={css['choice']} aria-label={t('react')}>
          {REACTIONS.map((reaction) => (
            <button
              key={reaction}
              type="button"
              className={css['reaction']}
              aria-label={t(reaction)}
              title={t(reaction)}
              onClick={() => signal({ type: 'react', reaction })}
            >
              {EMOJI[reaction]}
            </button>
          ))}
        </fieldset>
      ) : null}
    </div>
  )
}
