/**
 * The asking end of a document's line over the session's connection, for who has no WebSocket: as much of a `WebSocket` as the
 * y-websocket provider uses. What is long goes in parts, few of them at once, so that others' words come between.
 */
import { LINE_PARTS_AHEAD } from '../limits.ts'
import { MessageParts } from './message-parts.ts'

/** The close code of a connection that ended without a word, as browsers say it. */
export const NO_WORD = 1006

/** What carries the lines. */
export interface LineCarrier {
  open(line: number, path: string): void
  bytes(line: number, part: string, isLast: boolean, taken: () => void): void
  end(line: number): void
  /** Base64, as the platform has it. */
  encode(bytes: Uint8Array): string
  decode(text: string): Uint8Array
}

type Handler<Event> = ((event: Event) => void) | null

export class DocumentLine {
  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSING = 2
  readonly CLOSED = 3
  readyState = 0
  binaryType = 'arraybuffer'
  onopen: Handler<object> = null
  onmessage: Handler<{ readonly data: Uint8Array }> = null
  onclose: Handler<{ readonly code: number; readonly reason: string }> = null
  onerror: Handler<object> = null
  readonly #number: number
  readonly #carrier: LineCarrier
  readonly #forget: () => void
  readonly #out = new MessageParts()
  #ahead = 0
  readonly #parts: Uint8Array[] = []

  constructor(number: number, carrier: LineCarrier, forget: () => void) {
    this.#number = number
    this.#carrier = carrier
    this.#forget = forget
  }

  send(message: Uint8Array): void {
    if (this.readyState !== this.OPEN) return
    this.#out.add(message)
    this.#sendOn()
  }

  close(): void {
    if (this.readyState === this.CLOSED) return
    this.#carrier.end(this.#number)
    this.ended(NO_WORD, '')
  }

  opened(): void {
    this.readyState = this.OPEN
    this.onopen?.({})
  }

  bytes(part: string, isLast: boolean): void {
    const bytes = this.#carrier.decode(part)
    if (!isLast || this.#parts.length > 0) this.#parts.push(bytes)
    if (!isLast) return
    this.onmessage?.({ data: this.#parts.length === 0 ? bytes : joined(this.#parts.splice(0)) })
  }

  ended(code: number, reason: string): void {
    if (this.readyState === this.CLOSED) return
    this.readyState = this.CLOSED
    this.#out.clear()
    this.#forget()
    this.onclose?.({ code, reason })
  }

  #sendOn(): void {
    while (this.#ahead < LINE_PARTS_AHEAD) {
      const next = this.#out.take()
      if (next === undefined) return
      const { part, isLast } = next
      this.#ahead += 1
      this.#carrier.bytes(this.#number, this.#carrier.encode(part), isLast, () => {
        this.#ahead -= 1
        this.#sendOn()
      })
    }
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The lines of one connection. */
export class DocumentLineEnds {
  readonly #lines = new Map<number, DocumentLine>()
  readonly #carrier: LineCarrier
  #next = 0
  #isCut = false

  constructor(carrier: LineCarrier) {
    this.#carrier = carrier
  }

  /** `path` as on `/sync`. Of a connection that has ended, the line ends a moment later. */
  open(path: string): DocumentLine {
    const number = this.#next++
    const line = new DocumentLine(number, this.#carrier, () => this.#lines.delete(number))
    if (this.#isCut) {
      void Promise.resolve().then(() => line.ended(NO_WORD, ''))
      return line
    }
    this.#lines.set(number, line)
    this.#carrier.open(number, path)
    return line
  }

  opened(line: number): void {
    this.#lines.get(line)?.opened()
  }

  bytes(line: number, part: string, isLast: boolean): void {
    this.#lines.get(line)?.bytes(part, isLast)
  }

  ended(line: number, code: number, reason: string): void {
    this.#lines.get(line)?.ended(code, reason)
  }

  /** The connection has ended, and all lines with it. */
  cut(): void {
    this.#isCut = true
    for (const line of [...this.#lines.values()]) line.ended(NO_WORD, '')
  }
}
