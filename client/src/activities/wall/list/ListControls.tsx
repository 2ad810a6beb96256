import { wordOrder } from '@escale/shared'
import type { WallZone } from '@escale/shared/activities/wall'
import { useMemo } from 'react'
import { useLanguage } from '../../../i18n/language.ts'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useMeanings } from '../categories.tsx'
import { useWallTexts } from '../texts.ts'
import type { Wall } from '../use-wall.ts'
import type { Filters, SortKey } from './arrange-list.ts'
import css from './NoteList.module.css'
import { useListTexts } from './texts.ts'

interface ListControlsProps {
  readonly wall: Wall
  readonly zones: readonly WallZone[]
  readonly keys: readonly SortKey[]
  readonly filters: Filters
  readonly sort: string
  readonly onFilter: (filters: Filters) => void
  readonly onSort: (key: string) => void
}

interface Choice {
  readonly value: string
  readonly label: string
}
/** No zone, stack or name is called this. */
const ANY = ' any'

/** What to show, and in which order. What a wall has nothing of is not asked. */
export function ListControls({ wall, zones, keys, filters, sort, onFilter, onSort }: ListControlsProps) {
  const { notes, stacks, signature } = wall
  const t = useListTexts()
  const w = useWallTexts()
  const meanings = useMeanings()
  const language = useLanguage()
  const authors = useMemo(
    () => [...new Set(notes.map(signature))].filter((name) => name !== '').sort(wordOrder(language)),
    [notes, signature, language],
  )
  const choose = (
    label: string,
    any: string,
    value: string | null,
    options: readonly Choice[],
    set: (value: string | null) => Partial<Filters>,
  ) => (
    <Select
      label={label}
      value={value ?? ANY}
      options={[{ value: ANY, label: any }, ...options]}
      onChange={(next) => onFilter({ ...filters, ...set(next === ANY ? null : next) })}
    />
  )
  const hasMore = zones.length + meanings.size + authors.length + stacks.length > 0
  return (
    <search className={css['controls']} aria-label={t('filters')}>
      <Field
        type="search"
        label={t('filter')}
        value={filters.text}
        autoComplete="off"
        spellCheck={false}
        title={t('filter-hint')}
        onChange={(event) => onFilter({ ...filters, text: event.target.value })}
      />
      <Select
        label={t('sort')}
        value={sort}
        options={keys.map(({ id, label }) => ({ value: id, label }))}
        onChange={onSort}
      />
      {hasMore ? (
        <details className={css['filters']}>
          <summary>{t('filters-more')}</summary>
          <div className={css['fields']}>
            {zones.length > 0
              ? choose(
                  t('zone'),
                  t('any-zone'),
                  filters.zone,
                  [
                    ...zones.map(({ id, title }, i) => ({
                      value: id,
                      label: title || w('zone-title', { index: i + 1 }),
                    })),
                    { value: '', label: t('no-zone') },
                  ],
                  (zone) => ({ zone }),
                )
              : null}
            {meanings.size > 0
              ? choose(
                  t('category'),
                  t('any-category'),
                  filters.colour === null ? null : String(filters.colour),
                  [...meanings].map(([colour, { letter, label }]) => ({
                    value: String(colour),
                    label: label || letter,
                  })),
                  (colour) => ({ colour: colour === null ? null : Number(colour) }),
                )
              : null}
            {authors.length > 0
              ? choose(
                  t('author'),
                  t('any-author'),
                  filters.author,
                  [
                    ...authors.map((name) => ({ value: name, label: name })),
                    { value: '', label: t('no-author') },
                  ],
                  (author) => ({ author }),
                )
              : null}
            {stacks.length > 0
              ? choose(
                  t('stack'),
                  t('any-stack'),
                  filters.stack,
                  [
                    ...stacks.map(({ id, title }) => ({ value: id, label: title || t('unnamed-stack') })),
                    { value: '', label: t('no-stack') },
                  ],
                  (stack) => ({ stack }),
                )
              : null}
          </div>
        </details>
      ) : null}
    </search>
  )
}
