/** Puts papers where they stand in their columns, by their real heights as soon as these are known. */
import { type Columns, pileUp } from './masonry.ts'

export interface Piled {
  readonly list: HTMLElement
  /** In reading order. */
  readonly ids: readonly string[]
  readonly columns: Columns
  /** Of a paper with its gap that was never measured, px. */
  readonly guess: (id: string) => number
}

interface Placed {
  readonly element: HTMLElement
  /** px; undefined: not measured so far. */
  height: number | undefined
  /** As it was written last. */
  top: number | undefined
}

/**
 * The hand that places the papers of one list. It writes only what has changed: a paper that comes moves those below it, and no
 * other is laid out again. Heights are those that the browser has just computed: no layout is forced.
 */
export class NotePiles {
  readonly #placed = new Map<string, Placed>()
  readonly #byElement = new WeakMap<Element, Placed>()
  readonly #observer: ResizeObserver | undefined
  #piled: Piled | undefined

  constructor() {
    if (typeof ResizeObserver === 'undefined') return
    this.#observer = new ResizeObserver((entries) => {
      for (const { target, borderBoxSize } of entries) {
        const paper = this.#byElement.get(target)
        const height = borderBoxSize[0]?.blockSize ?? 0
        // What is not shown at all has none.
        if (paper && height > 0) paper.height = Math.ceil(height)
      }
      this.#place()
    })
  }

  /** A paper is on the page. Gives back how to say that it is gone. */
  add(id: string, element: HTMLElement): () => void {
    const paper: Placed = { element, height: undefined, top: undefined }
    this.#placed.set(id, paper)
    this.#byElement.set(element, paper)
    this.#observer?.observe(element)
    return () => {
      this.#observer?.unobserve(element)
      if (this.#placed.get(id) === paper) this.#placed.delete(id)
    }
  }

  /** After the page has them all. */
  show(piled: Piled): void {
    this.#piled = piled
    this.#place()
  }

  #place(): void {
    if (this.#piled === undefined) return
    const { list, ids, columns, guess } = this.#piled
    const { tops, height } = pileUp(ids, columns, (id) => this.#placed.get(id)?.height ?? guess(id))
    for (const [id, paper] of this.#placed) {
      const top = tops.get(id) ?? 0
      if (paper.top === top) continue
      paper.top = top
      paper.element.style.top = `${top}px`
    }
    list.style.height = `${height}px`
  }
}
