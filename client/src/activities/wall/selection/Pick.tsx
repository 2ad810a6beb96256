import { Check } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import { Icon } from '../../../ui/Icon.tsx'
import css from './Pick.module.css'
import { useSelection } from './selection.ts'

interface PickProps {
  /** Of the note, or of all notes of a stack. */
  readonly ids: readonly string[]
  readonly label: string
  /** Nothing may be done with it. */
  readonly disabled?: boolean
  readonly onPick: (ids: readonly string[], isRange: boolean) => void
  readonly children: ReactNode
}

/** A paper with a box to tick: the whole of it is the box. */
export function Pick({ ids, label, disabled = false, onPick, children }: PickProps) {
  const picked = useSelection((selection) => ids.every((id) => selection.ids.has(id)))
  return (
    <div className={css['pick']} data-note={ids.join(' ')} data-picked={picked || undefined}>
      <input
        type="checkbox"
        className={css['input']}
        aria-label={label}
        checked={picked}
        disabled={disabled}
        data-focus=""
        onChange={() => {}}
        onClick={(event: MouseEvent) => onPick(ids, event.shiftKey)}
      />
      <span className={css['box']} aria-hidden="true">
        {picked ? <Icon of={Check} /> : null}
      </span>
      {/* What is under the box is not to be operated meanwhile. */}
      <div inert>{children}</div>
    </div>
  )
}
