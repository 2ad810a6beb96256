import { eachOnce } from './each-once.ts'
import type { Log } from './log.ts'

/** Origins that are logged, each once. */
const NAMED_MAX = 20
const NAME = /^[\w.[\]:/-]{1,255}$/

/**
 * Says in the log, once for each origin, that pages of it were refused a connection: behind a proxy that does not say who was asked,
 * those are our own pages, and whoever hosts the server is the only one who can mend it.
 */
export function foreignPages(log: Log): (origin: string | undefined, host: string | undefined) => void {
  const isNew = eachOnce(NAMED_MAX)
  const nameOf = (given: string | undefined) =>
    given !== undefined && NAME.test(given) ? given : 'not a name'
  return (origin, host) => {
    const name = nameOf(origin)
    if (!isNew(name)) return
    log.warn(
      { origin: name, host: nameOf(host) },
      'a connection was refused to a page of another origin: if it is your own address, see ESCALE_PUBLIC_URL',
    )
  }
}
