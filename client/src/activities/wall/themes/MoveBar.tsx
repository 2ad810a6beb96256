import { type Ref, useState } from 'react'
import { classNames } from '../../../styles/class-names.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { DraftGroup } from './draft.ts'
import css from './Themes.module.css'
import { useThemeTexts } from './texts.ts'

/** No id of a group is so short. */
const NEW = '+'
const ALONE = '-'

interface MoveBarProps {
  readonly groups: readonly DraftGroup[]
  readonly count: number
  /** The list, for the key that leads to it. */
  readonly form: Ref<HTMLFormElement>
  /** `undefined`: a new group; null: no theme. */
  readonly onMove: (to: string | null | undefined) => void
}

/** The click path for moving notes: those that are chosen, into one of the groups. Always there, so that the focus stays. */
export function MoveBar({ groups, count, form, onMove }: MoveBarProps) {
  const t = useThemeTexts()
  const [wished, setWished] = useState(NEW)
  const options = [
    { value: NEW, label: t('new-group') },
    ...groups.map((group, at) => ({
      value: group.id,
      label: group.title.trim() || t('group', { index: at + 1 }),
    })),
    { value: ALONE, label: t('no-theme') },
  ]
  const to = options.some((option) => option.value === wished) ? wished : NEW
  return (
    <form
      ref={form}
      className={classNames(css['move'], count === 0 && css['idle'])}
      onSubmit={(event) => {
        event.preventDefault()
        if (count > 0) onMove(to === NEW ? undefined : to === ALONE ? null : to)
      }}
    >
      <p className={css['chosen-count']}>{count === 0 ? t('chosen-none') : t('chosen', { count })}</p>
      <Select
        label={t('put-in')}
        hideLabel
        title={t('put-in-hint')}
        className={css['move-to']}
        value={to}
        options={options}
        onChange={setWished}
      />
      <Button type="submit" aria-disabled={count === 0 || undefined}>
        {t('put')}
      </Button>
    </form>
  )
}
