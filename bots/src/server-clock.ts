/** Server time on a machine whose own clock may be wrong: the offset of the probe with the least round trip. */
export class ServerClock {
  #offset = 0
  #best = Number.POSITIVE_INFINITY

  /** One probe: `ask` answers the server's time in ms. */
  async probe(ask: () => Promise<number>): Promise<void> {
    const sent = performance.now()
    const server = await ask()
    const received = performance.now()
    if (received - sent > this.#best) return
    this.#best = received - sent
    this.#offset = server - (sent + received) / 2
  }

  /** After a reconnect the old measure may be far off. */
  forget(): void {
    this.#best = Number.POSITIVE_INFINITY
  }

  /** Server time now, ms since the epoch. */
  now(): number {
    return performance.now() + this.#offset
  }
}
