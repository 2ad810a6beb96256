import { limits, NOTE_COLOURS } from '@escale/shared'
import type { Category } from '@escale/shared/activities/wall'
import { Plus, X } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ColourMenu } from './ColourMenu.tsx'
import { useCardTexts } from './card-texts.ts'
import css from './Editor.module.css'
import { useHostTexts } from './host-texts.ts'
import { useWallTexts } from './texts.ts'

interface CategoriesEditorProps {
  readonly categories: readonly Category[]
  readonly onChange: (categories: Category[]) => void
}

/** Which colours mean something, and what. */
export function CategoriesEditor({ categories, onChange }: CategoriesEditorProps) {
  const t = useHostTexts()
  const w = useWallTexts()
  const c = useCardTexts()
  const taken = new Set(categories.map((category) => category.colour))
  const free = NOTE_COLOURS.findIndex((_, colour) => !taken.has(colour))
  const change = (at: number, patch: Partial<Category>) =>
    onChange(categories.map((category, i) => (i === at ? { ...category, ...patch } : category)))
  return (
    <fieldset className={css['zones']}>
      <legend className={css['legend']}>{c('categories')}</legend>
      <p className={css['hint']}>{t('categories-hint')}</p>
      {categories.map((category, index) => (
        // A category is its place: the letter that it is known by.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} className={css['zone']}>
          <ColourMenu
            label={t('category-colour', {
              index: index + 1,
              colour: w(NOTE_COLOURS[category.colour]?.id ?? 'straw'),
            })}
            value={category.colour}
            taken={taken}
            onChange={(colour) => change(index, { colour })}
          />
          <Field
            label={t('category-label', { index: index + 1 })}
            hideLabel
            placeholder={t('category-label', { index: index + 1 })}
            className={css['grow']}
            value={category.label}
            maxLength={limits.LABEL_MAX_CHARS}
            onChange={(event) => change(index, { label: event.target.value })}
          />
          <Button
            variant="quiet"
            square
            aria-label={t('remove-category', { title: category.label || String(index + 1) })}
            onClick={() => onChange(categories.toSpliced(index, 1))}
          >
            <Icon of={X} />
          </Button>
        </div>
      ))}
      {free < 0 ? null : (
        <Button size="s" onClick={() => onChange([...categories, { colour: free, label: '' }])}>
          <Icon of={Plus} /> {t('add-category')}
        </Button>
      )}
    </fieldset>
  )
}
