import type { WallNote } from '@escale/shared'
import { type Dimension, fits, rangeOf, sayValue } from '@escale/shared/activities/wall'
import { useState } from 'react'
import { useLanguage } from '../../../i18n/language.ts'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useDimensions } from './dimensions.tsx'
import { useDimensionTexts } from './texts.ts'
import css from './ValuesFields.module.css'

interface ValuesFieldsProps {
  readonly values: WallNote['values']
  readonly onChange: (values: WallNote['values']) => void
  readonly isOnPaper: boolean
}

/** What a note is measured by, to be filled in: one field for each dimension. */
export function ValuesFields({ values, onChange, isOnPaper }: ValuesFieldsProps) {
  const t = useDimensionTexts()
  const dimensions = useDimensions()
  const put = (id: string, value: number | string | null) => {
    const { [id]: _before, ...rest } = values
    onChange(value === null ? rest : { ...rest, [id]: value })
  }
  return (
    <div className={css['fields']} data-on-paper={isOnPaper || undefined}>
      {dimensions.map((dimension, index) => (
        <ValueField
          key={dimension.id}
          dimension={dimension}
          label={dimension.label || t('unnamed', { index: index + 1 })}
          value={values[dimension.id]}
          onChange={(value) => put(dimension.id, value)}
        />
      ))}
    </div>
  )
}

interface ValueFieldProps {
  readonly dimension: Dimension
  readonly label: string
  readonly value: number | string | undefined
  readonly onChange: (value: number | string | null) => void
}

function ValueField({ dimension, label, value, onChange }: ValueFieldProps) {
  const t = useDimensionTexts()
  if (dimension.type === 'number')
    return <NumberValue dimension={dimension} label={label} value={value} onChange={onChange} />
  const options =
    dimension.type === 'tag'
      ? dimension.tags.map((tag) => ({ value: tag, label: tag }))
      : Array.from({ length: dimension.max }, (_, i) => ({
          value: String(i + 1),
          label: `${i + 1}/${dimension.max}`,
        }))
  return (
    <Select
      label={label}
      value={fits(dimension, value) ? String(value) : ''}
      options={[{ value: '', label: t('none') }, ...options]}
      onChange={(next) => onChange(next === '' ? null : dimension.type === 'scale' ? Number(next) : next)}
    />
  )
}

const numberIn = (text: string): number => Number(text.replace(',', '.'))

function NumberValue({ dimension, label, value, onChange }: ValueFieldProps) {
  const t = useDimensionTexts()
  const language = useLanguage()
  /** null: the value itself is shown. */
  const [typed, setTyped] = useState<string | null>(null)
  const [min, max] = dimension.type === 'tag' ? [0, 0] : rangeOf(dimension)
  const isWrong = typed !== null && typed.trim() !== '' && !fits(dimension, numberIn(typed))
  return (
    <Field
      label={label}
      placeholder={t('range', { min, max })}
      error={isWrong ? t('wrong', { min, max }) : undefined}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? (fits(dimension, value) ? sayValue({ dimension, value }, language) : '')}
      onBlur={() => (isWrong ? undefined : setTyped(null))}
      onChange={(event) => {
        const text = event.target.value
        setTyped(text)
        const next = numberIn(text)
        onChange(text.trim() !== '' && fits(dimension, next) ? next : null)
      }}
    />
  )
}
