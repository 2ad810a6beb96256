import { Trash2 } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import css from './Editor.module.css'

interface SectionProps {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}

export function Section({ title, hint, children }: SectionProps) {
  const id = useId()
  return (
    <section className={css['section']} aria-labelledby={id}>
      <h4 id={id} className={css['title']}>
        {title}
      </h4>
      {hint ? <p className={css['soft']}>{hint}</p> : null}
      {children}
    </section>
  )
}

interface RowProps {
  readonly removeLabel: string
  readonly onRemove: () => void
  readonly children: ReactNode
}

/** Some fields that belong together, and a button that takes them away. */
export const Row = ({ removeLabel, onRemove, children }: RowProps) => (
  <div className={css['row']}>
    <div className={css['fields']}>{children}</div>
    <Button variant="quiet" square aria-label={removeLabel} title={removeLabel} onClick={onRemove}>
      <Icon of={Trash2} />
    </Button>
  </div>
)
