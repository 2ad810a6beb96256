import type { WallNote } from '@escale/shared'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { memo, useId, useState } from 'react'
import { classNames } from '../../../styles/class-names.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import card from '../NoteCard.module.css'
import css from './Themes.module.css'
import { useThemeTexts } from './texts.ts'

/** So many of a list that is folded are shown: enough to see what it is about. */
const FOLDED_SHOWN = 3

interface ChoosableProps {
  readonly note: WallNote
  readonly isChosen: boolean
  readonly onToggle: (id: string) => void
}

/** A note as a choice: the whole paper is its label. */
const Choosable = memo(function Choosable({ note, isChosen, onToggle }: ChoosableProps) {
  const t = useThemeTexts()
  return (
    <li>
      <label className={classNames(css['note'], card[`paper${note.colour}`], isChosen && css['chosen'])}>
        <input
          type="checkbox"
          className={css['check']}
          checked={isChosen}
          aria-keyshortcuts="M"
          onChange={() => onToggle(note.id)}
        />
        <span className={css['text']}>{note.text.trim() || t('wordless')}</span>
      </label>
    </li>
  )
})

interface NoteChoicesProps {
  readonly ids: readonly string[]
  readonly notes: ReadonlyMap<string, WallNote>
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (id: string) => void
  /** The first few until somebody wants more; what is folded is not on the page. */
  readonly folds: boolean
  /** What the notes have in common, for who hears the button alone. */
  readonly title: string
}

/** Notes to be chosen. */
export function NoteChoices({ ids, notes, chosen, onToggle, folds, title }: NoteChoicesProps) {
  const t = useThemeTexts()
  const listId = useId()
  const [isOpen, setOpen] = useState(false)
  const isFoldable = folds && ids.length > FOLDED_SHOWN
  const shown = isFoldable && !isOpen ? ids.slice(0, FOLDED_SHOWN) : ids
  return (
    <>
      {isFoldable ? (
        // Before the list: it stays where it is when the list opens below it.
        <Button
          size="s"
          variant="quiet"
          className={css['fold']}
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-label={t(isOpen ? 'show-fewer-of' : 'show-all-of', { count: ids.length, title })}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon of={isOpen ? ChevronUp : ChevronDown} />{' '}
          {t(isOpen ? 'show-fewer' : 'show-all', { count: ids.length })}
        </Button>
      ) : null}
      <ul id={listId} className={css['notes']}>
        {shown.map((id) => {
          const note = notes.get(id)
          return note ? (
            <Choosable key={id} note={note} isChosen={chosen.has(id)} onToggle={onToggle} />
          ) : null
        })}
      </ul>
    </>
  )
}
