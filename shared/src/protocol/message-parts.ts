import { LINE_PART_BYTES } from '../limits.ts'

/** Messages that wait to be sent on a document's line, of which parts of at most `LINE_PART_BYTES` are taken one by one. */
export class MessageParts {
  readonly #messages: Uint8Array[] = []
  /** Of the first of them, how many bytes were taken. */
  #taken = 0

  add(message: Uint8Array): void {
    this.#messages.push(message)
  }

  /** The next part; `isLast`: with it its message is whole. undefined: nothing waits. */
  take(): { readonly part: Uint8Array; readonly isLast: boolean } | undefined {
    const message = this.#messages[0]
    if (message === undefined) return undefined
    const part = message.subarray(this.#taken, this.#taken + LINE_PART_BYTES)
    this.#taken += part.length
    const isLast = this.#taken >= message.length
    if (isLast) {
      this.#messages.shift()
      this.#taken = 0
    }
    return { part, isLast }
  }

  get isEmpty(): boolean {
    return this.#messages.length === 0
  }

  clear(): void {
    this.#messages.length = 0
    this.#taken = 0
  }
}
