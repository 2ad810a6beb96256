import { notesOf, type WallItem } from '@escale/shared'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { classNames } from '../../styles/class-names.ts'
import { useHostTexts } from './host-texts.ts'
import card from './NoteCard.module.css'
import screen from './Screen.module.css'
import { ScreenFlow } from './ScreenFlow.tsx'
import css from './ScreenOverview.module.css'

/** From so many notes and stacks on nobody waits until a screen has shown all of them page after page. */
export const OVERVIEW_FROM = 120
/** The newest are let pass this long before they are looked for again, ms: time to read some. */
const NEWEST_MS = 8_000
/** More zones than these stand in two columns. */
const PARTS_IN_ONE_COLUMN = 4
/** Tiles of one part at most; beyond it each stands for several notes. */
const TILES_MOST = 900

export interface OverviewPart {
  /** Of its zone; empty: the wall has none. */
  readonly title: string
  readonly items: readonly WallItem[]
}

const timeOf = (item: WallItem): number => Math.max(...notesOf(item).map(({ createdAt }) => createdAt))

/**
 * The order of the newest, looked for again every few seconds only: what moves all the time cannot be read. What the items say,
 * and that one is gone, is never old.
 */
function useNewest(items: readonly WallItem[]) {
  const latest = useRef(items)
  latest.current = items
  const newestFirst = () =>
    latest.current
      .map((item) => ({ id: item.id, at: timeOf(item) }))
      .sort((a, b) => b.at - a.at)
      .map(({ id }) => id)
  const [order, setOrder] = useState(newestFirst)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads what is there by then
  useEffect(() => {
    const timer = setInterval(
      () =>
        setOrder((before) => {
          const now = newestFirst()
          return now.length === before.length && now[0] === before[0] ? before : now
        }),
      NEWEST_MS,
    )
    return () => clearInterval(timer)
  }, [])
  return useMemo(() => {
    const byId = new Map(items.map((item) => [item.id, item]))
    return { first: order[0], newest: order.flatMap((id) => byId.get(id) ?? []) }
  }, [items, order])
}

/** A wall of hundreds, for a room: how much there is and where, in the colours of its papers, and the newest to be read. */
export function ScreenOverview({
  parts,
  render,
}: {
  readonly parts: readonly OverviewPart[]
  readonly render: (item: WallItem) => ReactNode
}) {
  const t = useHostTexts()
  const items = useMemo(() => parts.flatMap((part) => part.items), [parts])
  const { first, newest } = useNewest(items)
  return (
    <div
      className={css['overview']}
      data-overview=""
      data-many={parts.length > PARTS_IN_ONE_COLUMN || undefined}
    >
      <div className={css['parts']}>
        {parts.map((part) => (
          <Density key={part.title} part={part} />
        ))}
      </div>
      <section className={screen['zone']} aria-label={t('newest')}>
        <h2 className={screen['title']}>{t('newest')}</h2>
        <ScreenFlow key={first} items={newest} render={render} label={t('newest')} />
      </section>
    </div>
  )
}

/** One tile a note, in the order of the wall. */
function Density({ part: { title, items } }: { readonly part: OverviewPart }) {
  const t = useHostTexts()
  const notes = items.flatMap(notesOf)
  const each = Math.ceil(notes.length / TILES_MOST)
  const tiles = notes.filter((_, i) => i % each === 0)
  return (
    <section className={css['part']}>
      <h2 className={css['name']}>
        {/* First, so that a long title does not push it out. */}
        <span className={title ? css['count'] : undefined}>{t('notes', { count: notes.length })}</span>{' '}
        {title ? <bdi>{title}</bdi> : null}
      </h2>
      <div className={css['tiles']} aria-hidden="true">
        {tiles.map(({ id, colour }) => (
          <span key={id} className={classNames(css['tile'], card[`paper${colour}`])} />
        ))}
      </div>
    </section>
  )
}
