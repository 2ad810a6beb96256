import { limits } from '@escale/shared'
import {
  DIMENSIONS_MAX,
  type Dimension,
  NUMBER_REACH,
  TAG_MAX_CHARS,
  TAGS_MAX,
} from '@escale/shared/activities/wall'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { randomId } from '../../../connection/random-id.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field, TextArea } from '../../../ui/Field.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Select } from '../../../ui/Select.tsx'
import css from './Look.module.css'
import { TypedField } from './TypedField.tsx'
import { useEditorTexts } from './texts.ts'

const TYPES = ['scale-5', 'scale-10', 'number', 'tag'] as const
type Type = (typeof TYPES)[number]

const typeOf = (dimension: Dimension): Type =>
  dimension.type === 'scale' ? `scale-${dimension.max}` : dimension.type

/** The same dimension, measured another way. */
function madeOf(type: Type, { id, label }: Pick<Dimension, 'id' | 'label'>): Dimension {
  switch (type) {
    case 'number':
      return { type, id, label, min: 0, max: 100 }
    case 'tag':
      return { type, id, label, tags: [] }
    default:
      return { type: 'scale', id, label, max: type === 'scale-5' ? 5 : 10 }
  }
}

interface DimensionsEditorProps {
  readonly dimensions: readonly Dimension[]
  readonly onChange: (dimensions: Dimension[]) => void
}

/** What notes are measured by. */
export function DimensionsEditor({ dimensions, onChange }: DimensionsEditorProps) {
  const t = useEditorTexts()
  const put = (at: number, next: Dimension) => onChange(dimensions.with(at, next))
  return (
    <details className={css['details']}>
      <summary>{t('dimensions', { count: dimensions.length })}</summary>
      <div className={css['body']}>
        <p className={css['soft']}>{t('dimensions-hint')}</p>
        {dimensions.map((dimension, index) => (
          <div key={dimension.id} className={css['row']}>
            <Field
              label={t('dimension-label', { index: index + 1 })}
              className={css['grow']}
              value={dimension.label}
              maxLength={limits.LABEL_MAX_CHARS}
              onChange={(event) => put(index, { ...dimension, label: event.target.value })}
            />
            <Select
              label={t('dimension-type', { index: index + 1 })}
              value={typeOf(dimension)}
              options={TYPES.map((value) => ({ value, label: t(`dimension-${value}`) }))}
              onChange={(type) => put(index, madeOf(type, dimension))}
            />
            {dimension.type === 'number'
              ? (['min', 'max'] as const).map((end) => (
                  <TypedField
                    key={end}
                    label={t(`dimension-${end}`)}
                    type="number"
                    step="any"
                    className={css['number']}
                    value={String(dimension[end])}
                    onCommit={(text) => {
                      const value = Number(text)
                      if (text.trim() !== '' && Math.abs(value) <= NUMBER_REACH)
                        put(index, { ...dimension, [end]: value })
                    }}
                  />
                ))
              : null}
            <Button
              variant="quiet"
              square
              aria-label={t('dimension-remove', { title: dimension.label || String(index + 1) })}
              onClick={() => onChange(dimensions.toSpliced(index, 1))}
            >
              <Icon of={X} />
            </Button>
            {dimension.type === 'tag' ? (
              <Tags tags={dimension.tags} onChange={(tags) => put(index, { ...dimension, tags })} />
            ) : null}
          </div>
        ))}
        {dimensions.length < DIMENSIONS_MAX ? (
          <div>
            <Button
              size="s"
              onClick={() => onChange([...dimensions, madeOf('scale-5', { id: randomId(8), label: '' })])}
            >
              <Icon of={Plus} /> {t('dimension-add')}
            </Button>
          </div>
        ) : null}
      </div>
    </details>
  )
}

const tagsIn = (text: string): string[] =>
  [...new Set(text.split(/\r?\n/).map((line) => line.trim().slice(0, TAG_MAX_CHARS).trim()))]
    .filter((tag) => tag !== '')
    .slice(0, TAGS_MAX)

function Tags({
  tags,
  onChange,
}: {
  readonly tags: readonly string[]
  readonly onChange: (tags: string[]) => void
}) {
  const t = useEditorTexts()
  /** As it is being typed, empty lines included; null: the tags themselves are shown. */
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextArea
      label={t('dimension-tags')}
      hint={t('dimension-tags-hint', { count: TAGS_MAX, max: TAG_MAX_CHARS })}
      className={css['wide']}
      value={typed ?? tags.join('\n')}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(tagsIn(event.target.value))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
