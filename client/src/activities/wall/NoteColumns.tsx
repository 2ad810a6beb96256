import {
  type CSSProperties,
  memo,
  type ReactNode,
  type RefObject,
  use,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { cutInChunks, type ListChunk } from './list-chunks.ts'
import { emptyColumns, guessHeight, type Paper, placeInColumns, withHints } from './masonry.ts'
import { ColumnHints } from './moving/column-hints.ts'
import css from './NoteColumns.module.css'
import { NotePiles } from './note-piles.ts'
import { useGradually } from './use-gradually.ts'

interface Listed {
  readonly id: string
}

interface NoteColumnsProps<Item extends Listed> {
  readonly items: readonly Item[]
  /** What makes it as tall as it is, before anything is measured. */
  readonly paperOf: (item: Item) => Paper
  readonly render: (item: Item) => ReactNode
  /** Least width of a column, in em of the list. */
  readonly columnEm?: number
  readonly label: string
}

interface Measures {
  readonly count: number
  readonly column: number
  readonly font: number
  readonly gap: number
  /** Somewhere on the page; not while something stands in its place. */
  readonly isShown: boolean
}

/** Between papers, em of the list; the stylesheet gives half of it to each. */
const GAP_EM = 0.75

/** From so many on, one more does not land with a movement: each would have all the others drawn anew. */
const MANY = 200

function measure(list: HTMLElement, columnEm: number): Measures {
  const font = Number.parseFloat(getComputedStyle(list).fontSize) || 16
  const gap = GAP_EM * font
  const count = Math.max(1, Math.floor(list.clientWidth / (columnEm * font + gap)))
  return { count, column: list.clientWidth / count - gap, font, gap, isShown: true }
}

/** How many columns fit, and what a column and a letter measure. */
function useMeasures(list: RefObject<HTMLDivElement | null>, columnEm: number): Measures {
  const [measures, setMeasures] = useState<Measures>({
    count: 1,
    column: 300,
    font: 16,
    gap: 12,
    isShown: true,
  })
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const look = () =>
      setMeasures((m) => {
        const next = measure(element, columnEm)
        const isSame = m.isShown && m.count === next.count && m.column === next.column && m.font === next.font
        return isSame ? m : next
      })
    look()
    if (typeof ResizeObserver === 'undefined') return
    // Out of sight it has no width: it comes back as it was, and nothing is laid out for that.
    const hide = () => setMeasures((m) => (m.isShown ? { ...m, isShown: false } : m))
    const observer = new ResizeObserver(() => (element.clientWidth > 0 ? look() : hide()))
    observer.observe(element)
    return () => observer.disconnect()
  }, [list, columnEm])
  return measures
}

interface PlacedProps<Item extends Listed> {
  readonly item: Item
  readonly piles: NotePiles
  readonly render: (item: Item) => ReactNode
}

/** Not rendered anew for what happens to others. */
const Placed = memo(function Placed<Item extends Listed>({ item, piles, render }: PlacedProps<Item>) {
  const { id } = item
  const own = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => (own.current ? piles.add(id, own.current) : undefined), [piles, id])
  return (
    // biome-ignore lint/a11y/useSemanticElements: nothing but items may stand in a list that is one by its element
    <div ref={own} role="listitem" className={css['item']} data-item={id}>
      {render(item)}
    </div>
  )
}) as <Item extends Listed>(props: PlacedProps<Item>) => ReactNode

interface ChunkProps<Item extends Listed> extends Omit<PlacedProps<Item>, 'item'> {
  readonly chunk: ListChunk<Item>
}

const Chunk = memo(function Chunk<Item extends Listed>({ chunk, piles, render }: ChunkProps<Item>) {
  const own = useRef<HTMLDivElement>(null)
  // Anew for every change: a paper that has changed may be taller, which nobody would notice while its chunk is skipped.
  useLayoutEffect(() => (own.current ? piles.addChunk(chunk, own.current) : undefined), [piles, chunk])
  return (
    <div ref={own} className={css['chunk']}>
      {chunk.items.map((item) => (
        <Placed key={item.id} item={item} piles={piles} render={render} />
      ))}
    </div>
  )
}) as <Item extends Listed>(props: ChunkProps<Item>) => ReactNode

/** Notes as papers in columns. In the page they are one list in reading order; only their places make the columns. */
export function NoteColumns<Item extends Listed>({
  items: all,
  paperOf,
  render,
  columnEm = 13,
  label,
}: NoteColumnsProps<Item>) {
  const list = useRef<HTMLDivElement>(null)
  const { count, column, font, gap, isShown } = useMeasures(list, columnEm)
  const hints = use(ColumnHints)
  const drawn = useGradually(all.length, isShown)
  const items = useMemo(() => all.slice(0, drawn), [all, drawn])
  const ids = useMemo(() => items.map((item) => item.id), [items])
  // A guess is made once for each: a wall of thousands is not read again for one more.
  const guessOf = useMemo(() => {
    const known = new WeakMap<Item, number>()
    return (item: Item) => {
      const height = known.get(item) ?? Math.round(guessHeight(paperOf(item), column, font) + gap)
      known.set(item, height)
      return height
    }
  }, [paperOf, column, font, gap])
  const guess = useMemo(() => {
    const byId = new Map(items.map((item) => [item.id, item]))
    return (id: string) => {
      const item = byId.get(id)
      return item === undefined ? 0 : guessOf(item)
    }
  }, [items, guessOf])
  const before = useRef(emptyColumns(1))
  const columns = useMemo(
    () => placeInColumns(ids, count, guess, withHints(before.current, hints)),
    [ids, count, guess, hints],
  )
  const [piles] = useState(() => new NotePiles())
  const cut = useRef<readonly ListChunk<Item>[]>([])
  const chunks = useMemo(() => cutInChunks(items, cut.current), [items])
  useLayoutEffect(() => {
    before.current = columns
    cut.current = chunks
    if (list.current) piles.show({ list: list.current, ids, columns, guess, setting: `${column} ${font}` })
  }, [piles, ids, columns, guess, chunks, column, font])
  return (
    // biome-ignore lint/a11y/useSemanticElements: its items stand in chunks, which an element of that name could not hold
    <div
      ref={list}
      role="list"
      className={css['list']}
      aria-label={label}
      data-many={all.length >= MANY || undefined}
      style={{ '--columns': count, '--note-gap': `${GAP_EM}em` } as CSSProperties}
    >
      {chunks.map((chunk) => (
        <Chunk key={chunk.key} chunk={chunk} piles={piles} render={render} />
      ))}
    </div>
  )
}
