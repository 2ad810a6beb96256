import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import css from '../Composer.module.css'
import { choicesFor, guessSecond, notesOf, type Placed, type Places, type Second } from './place-rows.ts'
import { columnsOf, type Rows } from './read-clipboard.ts'
import { usePastedTexts } from './texts.ts'

interface PastedProps {
  readonly rows: Rows
  readonly places: Places
  /** As many as can be made at once; the rest stays in the field. */
  readonly most: number
  readonly onEach: (notes: readonly Placed[]) => void
  readonly onOne: () => void
}

/** Asks what is to become of several lines, or rows of a table, that were pasted into one note. */
export function Pasted({ rows, places, most, onEach, onOne }: PastedProps) {
  const t = usePastedTexts()
  const [second, setSecond] = useState<Second>(() => guessSecond(rows, places))
  const choices = choicesFor(places)
  const hasSecond = columnsOf(rows) > 1
  return (
    <div className={css['pasted']} role="status">
      <span>{t(hasSecond ? 'rows' : 'lines', { count: rows.length })}</span>
      {hasSecond && choices.length > 1 ? (
        <Select
          label={t('second')}
          value={second}
          options={choices.map((value) => ({ value, label: t(`second-${value}`) }))}
          onChange={setSecond}
        />
      ) : null}
      <Button size="s" variant="primary" onClick={() => onEach(notesOf(rows, second, places))}>
        {t('each', { count: Math.min(most, rows.length) })}
      </Button>
      <Button size="s" variant="quiet" onClick={onOne}>
        {t('one')}
      </Button>
    </div>
  )
}
