/** The cookies of one simulated browser, by name. */
export class Jar {
  readonly #cookies = new Map<string, string>()

  /** Takes what a response set; an empty or expired cookie is forgotten. */
  take(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1)
      const cut = pair.indexOf('=')
      if (cut < 1) continue
      const name = pair.slice(0, cut).trim()
      const value = pair.slice(cut + 1).trim()
      if (value === '' || /;\s*max-age=0/i.test(line)) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
  }

  /** Another with the same cookies as this one has now. */
  copy(): Jar {
    const copy = new Jar()
    for (const [name, value] of this.#cookies) copy.#cookies.set(name, value)
    return copy
  }

  /** The value of a `Cookie` header. */
  header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }
}
