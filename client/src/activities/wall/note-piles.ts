/** Puts papers where they stand in their columns, by their real heights as soon as these are known. */
import type { ListChunk } from './list-chunks.ts'
import { type Columns, pileUp } from './masonry.ts'

export interface Piled {
  readonly list: HTMLElement
  /** In reading order. */
  readonly ids: readonly string[]
  readonly columns: Columns
  /** Of a paper with its gap that was never measured, px. */
  readonly guess: (id: string) => number
  /** Another width of a column, or another size of letters: every height is another one. */
  readonly setting: string
}

interface Placed {
  readonly element: HTMLElement
  /** px; undefined: not measured so far. */
  height: number | undefined
  /** As they were written last; the top from that of the chunk, px. */
  top: number | undefined
  column: number | undefined
}

interface PlacedChunk {
  readonly element: HTMLElement
  readonly ids: readonly string[]
  /** As they were written last, px. */
  top: number | undefined
  height: number | undefined
}

/**
 * The hand that places the papers of one list. It writes only what has changed: a paper that comes moves those below it, and no
 * other is laid out again. Heights are those that the browser has just computed: no layout is forced. A chunk whose heights are
 * known (`data-known`) may be skipped by the browser while it is far from the window: nothing will move when it is shown.
 */
export class NotePiles {
  readonly #placed = new Map<string, Placed>()
  readonly #byElement = new WeakMap<Element, Placed>()
  readonly #chunks = new Set<PlacedChunk>()
  readonly #observer: ResizeObserver | undefined
  #piled: Piled | undefined
  /** Laid out wherever they are, until their papers have been measured. */
  #unknown = new Set<PlacedChunk>()
  #isLooking = false

  constructor() {
    if (typeof ResizeObserver === 'undefined') return
    this.#observer = new ResizeObserver((entries) => {
      let isShown = false
      for (const { target, borderBoxSize } of entries) {
        const paper = this.#byElement.get(target)
        const height = borderBoxSize[0]?.blockSize ?? 0
        // What is not shown at all has none.
        if (paper && height > 0) paper.height = Math.ceil(height)
        isShown ||= height > 0
      }
      if (!isShown) return
      this.#place()
      this.#look()
    })
  }

  /** A paper is on the page. Gives back how to say that it is gone. */
  add(id: string, element: HTMLElement): () => void {
    const paper: Placed = { element, height: undefined, top: undefined, column: undefined }
    this.#placed.set(id, paper)
    this.#byElement.set(element, paper)
    this.#observer?.observe(element)
    return () => {
      this.#observer?.unobserve(element)
      if (this.#placed.get(id) === paper) this.#placed.delete(id)
    }
  }

  /** These papers stand in that element, new or as they are now. Gives back how to say that they do not any more. */
  addChunk({ items }: ListChunk<{ readonly id: string }>, element: HTMLElement): () => void {
    const chunk: PlacedChunk = { element, ids: items.map(({ id }) => id), top: undefined, height: undefined }
    this.#chunks.add(chunk)
    this.#forget(chunk)
    return () => {
      this.#chunks.delete(chunk)
      this.#unknown.delete(chunk)
    }
  }

  /** After the page has them all. */
  show(piled: Piled): void {
    if (this.#piled && this.#piled.setting !== piled.setting)
      for (const chunk of this.#chunks) this.#forget(chunk)
    this.#piled = piled
    this.#place()
  }

  #forget(chunk: PlacedChunk): void {
    delete chunk.element.dataset['known']
    this.#unknown.add(chunk)
    this.#look()
  }

  /** Once the browser has laid out what there is now and has told its heights: in the frame after the next. */
  #look(): void {
    if (this.#observer === undefined || this.#isLooking || this.#unknown.size === 0) return
    this.#isLooking = true
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        this.#isLooking = false
        for (const chunk of this.#unknown) {
          if (chunk.ids.some((id) => this.#placed.get(id)?.height === undefined)) continue
          chunk.element.dataset['known'] = ''
          this.#unknown.delete(chunk)
        }
      }),
    )
  }

  #place(): void {
    if (this.#piled === undefined) return
    const { list, ids, columns, guess } = this.#piled
    const heightOf = (id: string) => this.#placed.get(id)?.height ?? guess(id)
    const { tops, height } = pileUp(ids, columns, heightOf)
    for (const chunk of this.#chunks) {
      const begins = chunk.ids.map((id) => tops.get(id) ?? 0)
      const top = Math.min(...begins)
      const end = Math.max(...chunk.ids.map((id, i) => (begins[i] ?? 0) + heightOf(id)))
      const { style } = chunk.element
      if (chunk.top !== top) style.top = `${top}px`
      if (chunk.height !== end - top) style.height = `${end - top}px`
      chunk.top = top
      chunk.height = end - top
      for (const [i, id] of chunk.ids.entries())
        this.#put(this.#placed.get(id), (begins[i] ?? 0) - top, columns.of.get(id) ?? 0)
    }
    list.style.height = `${height}px`
  }

  #put(paper: Placed | undefined, top: number, column: number): void {
    if (paper === undefined) return
    const { style, dataset } = paper.element
    if (paper.top !== top) style.top = `${top}px`
    if (paper.column !== column) {
      style.setProperty('--column', String(column))
      // Who drops something beside a paper drops it into its column.
      dataset['column'] = String(column)
    }
    paper.top = top
    paper.column = column
  }
}
