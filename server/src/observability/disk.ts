import { statfs } from 'node:fs/promises'

/**
 * With less free space than this what is large is refused, and it is said: pictures of one session alone may take 300 MiB. What is
 * left is for words.
 */
export const DISK_LOW_BYTES = 512 * 1024 * 1024
/** How old an answer may be, ms: anybody may ask. */
const FRESH_MS = 1_000

/** The room on the disk of the data folder. */
export class Disk {
  readonly #folder: string
  readonly #lowBytes: number
  #last: { readonly at: number; readonly free: Promise<number | null> } | undefined

  constructor(folder: string, lowBytes: number = DISK_LOW_BYTES) {
    this.#folder = folder
    this.#lowBytes = lowBytes
  }

  /** null: it cannot be known. */
  freeBytes(): Promise<number | null> {
    const now = performance.now()
    if (this.#last === undefined || now - this.#last.at >= FRESH_MS)
      this.#last = { at: now, free: this.#look() }
    return this.#last.free
  }

  /** What cannot be known is not taken for little. */
  async isLow(): Promise<boolean> {
    const free = await this.freeBytes()
    return free !== null && free < this.#lowBytes
  }

  async #look(): Promise<number | null> {
    try {
      const { bavail, bsize } = await statfs(this.#folder)
      return bavail * bsize
    } catch {
      return null
    }
  }
}
