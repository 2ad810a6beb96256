import type { ViewportControl } from '../board/viewport.ts'

/** Holds the board's control, and tells when a board comes or goes: boards are loaded late. */
export class ControlHolder {
  #current: ViewportControl | null = null
  readonly #listeners = new Set<() => void>()

  get current(): ViewportControl | null {
    return this.#current
  }

  set current(control: ViewportControl | null) {
    this.#current = control
    for (const listener of [...this.#listeners]) listener()
  }

  readonly read = (): ViewportControl | null => this.#current

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }
}
