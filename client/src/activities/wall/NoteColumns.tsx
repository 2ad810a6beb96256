import { type ReactNode, type RefObject, use, useLayoutEffect, useRef, useState } from 'react'
import { emptyColumns, guessHeight, type Paper, placeInColumns, ROW_PX, withHints } from './masonry.ts'
import { ColumnHints } from './moving/column-hints.ts'
import css from './NoteColumns.module.css'

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
}

function measure(list: HTMLElement, columnEm: number): Measures {
  const style = getComputedStyle(list)
  const font = Number.parseFloat(style.fontSize) || 16
  const gap = Number.parseFloat(style.columnGap) || 12
  const count = Math.max(1, Math.floor((list.clientWidth + gap) / (columnEm * font + gap)))
  return { count, column: (list.clientWidth - gap * (count - 1)) / count, font, gap }
}

/** How many columns fit, and what a column and a letter measure. */
function useMeasures(list: RefObject<HTMLUListElement | null>, columnEm: number): Measures {
  const [measures, setMeasures] = useState<Measures>({ count: 1, column: 300, font: 16, gap: 12 })
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const look = () =>
      setMeasures((m) => {
        const next = measure(element, columnEm)
        return m.count === next.count && m.column === next.column && m.font === next.font ? m : next
      })
    look()
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [list, columnEm])
  return measures
}

/** Gives each paper its rows from its real height. The browser tells heights that it has just computed: no layout is forced. */
function useSpans(list: RefObject<HTMLUListElement | null>, gap: number, items: readonly Listed[]): void {
  const observer = useRef<ResizeObserver | null>(null)
  const observed = useRef(new Set<Element>())
  useLayoutEffect(() => {
    if (typeof ResizeObserver === 'undefined') return
    const seen = observed.current
    observer.current = new ResizeObserver((entries) => {
      for (const { target, borderBoxSize } of entries) {
        const height = borderBoxSize[0]?.blockSize ?? 0
        const item = target.parentElement
        if (item && height > 0) item.style.gridRowEnd = `span ${Math.ceil((height + gap) / ROW_PX)}`
      }
    })
    for (const card of seen) observer.current.observe(card)
    return () => observer.current?.disconnect()
  }, [gap])
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks for new papers whenever the notes change
  useLayoutEffect(() => {
    const cards = new Set<Element>()
    for (const item of list.current?.children ?? [])
      if (item.firstElementChild) cards.add(item.firstElementChild)
    for (const card of cards) if (!observed.current.has(card)) observer.current?.observe(card)
    for (const card of observed.current) if (!cards.has(card)) observer.current?.unobserve(card)
    observed.current = cards
  }, [list, items])
}

/** Notes as papers in columns. In the page they are one list in reading order; only their places make the columns. */
export function NoteColumns<Item extends Listed>({
  items,
  paperOf,
  render,
  columnEm = 13,
  label,
}: NoteColumnsProps<Item>) {
  const list = useRef<HTMLUListElement>(null)
  const { count, column, font, gap } = useMeasures(list, columnEm)
  const columns = useRef(emptyColumns(1))
  const hints = use(ColumnHints)
  useSpans(list, gap, items)
  const papers = new Map(items.map((item) => [item.id, paperOf(item)]))
  columns.current = placeInColumns(
    [...papers.keys()],
    count,
    (id) => guessHeight(papers.get(id), column, font),
    withHints(columns.current, hints),
  )
  return (
    <ul
      ref={list}
      className={css['list']}
      aria-label={label}
      style={{ gridTemplateColumns: `repeat(${count}, minmax(0, 1fr))` }}
    >
      {items.map((item) => (
        <li
          key={item.id}
          className={css['item']}
          data-item={item.id}
          style={{ gridColumnStart: (columns.current.of.get(item.id) ?? 0) + 1 }}
        >
          {render(item)}
        </li>
      ))}
    </ul>
  )
}
