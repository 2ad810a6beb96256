import { limits, type WallNote } from '@escale/shared'
import { Ungroup } from 'lucide-react'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import type { DraftGroup } from './draft.ts'
import { NoteChoices } from './NoteChoices.tsx'
import css from './Themes.module.css'
import { useThemeTexts } from './texts.ts'

interface ThemeGroupProps {
  readonly group: DraftGroup
  readonly index: number
  readonly notes: ReadonlyMap<string, WallNote>
  readonly chosen: ReadonlySet<string>
  /** Are notes shown when somebody wants to see them only? */
  readonly folds: boolean
  readonly onToggle: (id: string) => void
  readonly onChoose: (ids: readonly string[], isChosen: boolean) => void
  readonly onRename: (id: string, title: string) => void
  readonly onDrop: (group: DraftGroup) => void
}

/** One proposed group: its title to be corrected, why it is one, and its notes. */
export function ThemeGroup({
  group,
  index,
  notes,
  chosen,
  folds,
  onToggle,
  onChoose,
  onRename,
  onDrop,
}: ThemeGroupProps) {
  const t = useThemeTexts()
  const title = group.title.trim() || t('group', { index })
  const areAll = group.notes.every((id) => chosen.has(id))
  return (
    <fieldset className={css['group']} aria-label={`${title} (${group.notes.length})`}>
      <div className={css['group-head']}>
        <Field
          label={t('group-title', { index })}
          hideLabel
          className={css['group-title']}
          value={group.title}
          placeholder={t('untitled')}
          maxLength={limits.LABEL_MAX_CHARS}
          autoComplete="off"
          onChange={(event) => onRename(group.id, event.target.value)}
        />
        <span className={css['count']} aria-hidden="true">
          {group.notes.length}
        </span>
      </div>
      {group.words.length > 0 ? (
        <p className={css['because']}>{t('because', { words: group.words.join(', ') })}</p>
      ) : null}
      <NoteChoices {...{ notes, chosen, onToggle, folds, title }} ids={group.notes} />
      {group.notes.length < 2 ? <p className={css['because']}>{t('too-few')}</p> : null}
      <div className={css['group-foot']}>
        <Button
          size="s"
          variant="quiet"
          aria-label={t(areAll ? 'choose-none-of' : 'choose-all-of', { title })}
          onClick={() => onChoose(group.notes, !areAll)}
        >
          {t(areAll ? 'choose-none' : 'choose-all')}
        </Button>
        <Button
          size="s"
          variant="quiet"
          aria-label={t('drop-group', { title })}
          onClick={() => onDrop(group)}
        >
          <Icon of={Ungroup} /> {t('drop')}
        </Button>
      </div>
    </fieldset>
  )
}
