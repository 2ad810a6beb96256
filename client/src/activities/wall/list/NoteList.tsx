import { isStacked, itemsByZone, notesOf, type WallNote, wallItems } from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'
import {
  type KeyboardEvent,
  type RefObject,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useLanguage } from '../../../i18n/language.ts'
import { Button } from '../../../ui/Button.tsx'
import type { Stage } from '../../kit/views.ts'
import type { PaneHands } from '../sorting/pane-hands.ts'
import type { Wall } from '../use-wall.ts'
import { filterNotes, groupNotes, isFiltering, NO_FILTERS } from './arrange-list.ts'
import { ListControls } from './ListControls.tsx'
import css from './NoteList.module.css'
import { Row } from './Row.tsx'
import { StackRows } from './StackRows.tsx'
import { useListTexts } from './texts.ts'
import { useSortKeys } from './use-sort-keys.ts'

interface NoteListProps {
  readonly stage: Stage<WallView>
  readonly wall: Wall
  readonly hands: RefObject<PaneHands>
  readonly open: (note: WallNote) => void
  readonly selecting: boolean
  readonly pick: (ids: readonly string[], isRange: boolean) => void
  readonly mayPick: (note: WallNote) => boolean
}

/** So many lines at a time: a screen reader, a slow phone and React have enough to do. */
const AT_A_TIME = 200
/** More than a window holds: what one waits for. */
const AT_FIRST = 60
/** Further lines are there before one has scrolled to them. */
const AHEAD = '800px'

const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(count - 1, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  PageDown: (at, count) => Math.min(count - 1, at + 10),
  PageUp: (at) => Math.max(0, at - 10),
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** The same notes in lines, to be searched and put in any order: what one reads with a screen reader or on a very small screen. */
export function NoteList({ stage, wall, hands, open, selecting, pick, mayPick }: NoteListProps) {
  const { zones } = stage.view
  const { notes, stacks, signature, isMine, mayEdit } = wall
  const t = useListTexts()
  const id = useId()
  const keys = useSortKeys(stage, wall)
  const language = useLanguage()
  const [filters, setFilters] = useState(NO_FILTERS)
  const [sort, setSort] = useState('place')
  const [limit, setLimit] = useState(AT_FIRST)
  const [current, setCurrent] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const end = useRef<HTMLDivElement>(null)
  const asked = useDeferredValue(filters)
  const key = keys.find((one) => one.id === sort) ?? keys[0]

  const about = useMemo(() => {
    const titles = new Map(zones.map((zone) => [zone.id, zone.title]))
    return (note: WallNote) =>
      [signature(note), key?.id === 'place' ? '' : (titles.get(note.zone) ?? ''), key?.says?.(note) ?? '']
        .filter(Boolean)
        .join(' · ')
  }, [zones, signature, key])

  const groups = useMemo(() => {
    // A stack stands, whole, where its first note stands.
    const zoneOf = new Map(
      itemsByZone({ notes, stacks }, zones).flatMap(({ zone, items }) =>
        items.flatMap((item) => notesOf(item).map((note) => [note.id, zone] as const)),
      ),
    )
    const found = filterNotes(notes, asked, {
      zoneOf: (note) => zoneOf.get(note.id) ?? '',
      signature,
    })
    return key === undefined ? [] : groupNotes({ notes: found, stacks }, key, language)
  }, [notes, stacks, zones, asked, signature, key, language])
  const ids = useMemo(
    () => groups.flatMap(({ items }) => items.flatMap(notesOf).map((note) => note.id)),
    [groups],
  )
  const count = ids.length
  const first = current !== null && ids.includes(current) ? current : ids[0]

  useEffect(() => {
    const held = hands.current
    held.shown = () => ids
    return () => {
      held.shown = null
    }
  }, [hands, ids])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its beginning
  useEffect(() => setLimit(AT_FIRST), [asked, sort])
  useEffect(() => {
    const element = end.current
    if (!element || limit >= count || typeof IntersectionObserver === 'undefined') return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setLimit(limit + AT_A_TIME)
      },
      { rootMargin: AHEAD },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [limit, count])

  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key]
    const target = event.target
    if (!move || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (!(target instanceof HTMLElement) || !target.matches('[data-focus]')) return
    event.preventDefault()
    const stops = [...(list.current?.querySelectorAll<HTMLElement>('[data-focus]') ?? [])]
    const at = stops.indexOf(target)
    // At the last line that is here, the next ones are fetched.
    if (at === stops.length - 1 && limit < count) setLimit(limit + AT_A_TIME)
    const stop = stops[move(at, stops.length)]
    stop?.focus()
    stop?.scrollIntoView({ block: 'nearest' })
  }

  let position = 0
  return (
    <div className={css['list']} ref={list}>
      <ListControls
        {...{ wall, zones, keys, filters, sort: key?.id ?? 'place' }}
        onFilter={setFilters}
        onSort={setSort}
      />
      <p className={css['line']} role="status">
        {count === notes.length ? t('shown', { count }) : t('shown-of', { count, all: notes.length })}
        {isFiltering(filters) ? (
          <Button size="s" variant="quiet" onClick={() => setFilters(NO_FILTERS)}>
            {t('clear-filters')}
          </Button>
        ) : null}
      </p>
      {count === 0 && notes.length > 0 ? <p>{t('none')}</p> : null}
      {groups.map(({ heading, items }) => {
        const inside = items.flatMap(notesOf)
        const from = position
        position += inside.length
        const shown = inside.slice(0, Math.max(0, limit - from))
        const places = new Map(shown.map((note, i) => [note.id, i + 1]))
        const row = (note: WallNote) => (
          <Row
            key={note.id}
            note={note}
            about={about(note)}
            position={places.get(note.id) ?? 1}
            size={inside.length}
            isMine={isMine(note)}
            isCurrent={note.id === first}
            selecting={selecting}
            mayPick={mayPick(note)}
            onPick={pick}
            onEdit={mayEdit(note) ? open : undefined}
          />
        )
        if (shown.length === 0) return null
        const name = heading === null ? '' : `${id}-${heading.id}`
        return (
          <section key={heading?.id ?? ''} {...(heading ? { 'aria-labelledby': name } : {})}>
            {heading ? (
              <h3 id={name} className={css['heading']}>
                <bdi>{heading.title}</bdi> <span className={css['count']}>{inside.length}</span>
              </h3>
            ) : null}
            <ul
              className={css['rows']}
              aria-label={heading?.title ?? t('list')}
              onKeyDown={onKeyDown}
              onFocus={(event) =>
                setCurrent(event.target.closest<HTMLElement>('[data-note]')?.dataset['note'] ?? null)
              }
            >
              {(key?.isByStack ? shown : wallItems(shown, stacks)).map((item) =>
                isStacked(item) ? <StackRows key={`stack ${item.id}`} item={item} row={row} /> : row(item),
              )}
            </ul>
          </section>
        )
      })}
      {limit < count ? (
        <div ref={end}>
          <Button onClick={() => setLimit(limit + AT_A_TIME)}>{t('more', { count: count - limit })}</Button>
        </div>
      ) : null}
    </div>
  )
}
