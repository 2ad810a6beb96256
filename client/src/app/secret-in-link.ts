/** Secrets come after `#`, so that no server log ever sees them. */
const SECRET = /^#([A-Za-z0-9_-]{20,100})$/

/** The secret in the address; undefined when there is none. */
export const secretInLink = (): string | undefined => SECRET.exec(window.location.hash)?.[1]

/** Takes the secret out of the address bar and of the history, once it has been exchanged for a cookie. */
export const wipeSecret = (): void =>
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search)
