import type { Command, Receipt } from '@escale/shared'
import { Connection } from './connection.ts'
import { BotDocument } from './document.ts'
import { Browser, type Introduction } from './http.ts'
import type { Seat } from './seat.ts'
import type { Sight } from './sight.ts'

const UNTIL_DEFAULT_MS = 20_000

/** Somebody in a session, over the real protocol: a browser with its cookies, and one connection. */
export class Bot {
  readonly seat: Seat
  readonly connection: Connection
  readonly #documents = new Map<string, BotDocument>()

  constructor(seat: Seat) {
    this.seat = seat
    this.connection = new Connection(seat.browser, seat.session, seat.as)
  }

  get sight(): Sight {
    return this.connection.sight
  }

  /** Server time, ms. */
  now(): number {
    return this.connection.clock.now()
  }

  command(command: Command): Promise<Receipt> {
    return this.connection.command(command)
  }

  /** An action of the running activity's kind. */
  act(action: unknown, activity = this.sight.activity?.id ?? ''): Promise<Receipt> {
    return this.command({ type: 'act', activity, action })
  }

  /** What the running activity's kind is asked to write in its documents. */
  write(edit: unknown, activity = this.sight.activity?.id ?? ''): Promise<Receipt> {
    return this.command({ type: 'write', activity, edit })
  }

  /** Resolves with the sight for which `predicate` first holds. @throws Error after `timeoutMs` */
  until(predicate: (sight: Sight) => boolean, timeoutMs = UNTIL_DEFAULT_MS): Promise<Sight> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!predicate(this.sight)) return
        clearTimeout(timer)
        stop()
        resolve(this.sight)
      }
      const stop = this.connection.onChange(look)
      const timer = setTimeout(() => {
        stop()
        reject(new Error(`${this.seat.name || this.seat.as}: not seen within ${timeoutMs} ms: ${predicate}`))
      }, timeoutMs)
      look()
    })
  }

  /** A document of an activity, opened once and kept. */
  document(name: string, activity = this.sight.activity?.id ?? ''): BotDocument {
    const key = `${activity}/${name}`
    const open = this.#documents.get(key)
    if (open && open.closedWith === undefined) return open
    const document = new BotDocument(this.seat, activity, name)
    this.#documents.set(key, document)
    return document
  }

  closeDocuments(): void {
    for (const document of this.#documents.values()) document.close()
    this.#documents.clear()
  }

  /** Leaves as somebody who closes the tab. */
  close(): void {
    this.closeDocuments()
    this.connection.close()
  }
}

/** Joins a session by its link, as a participant. `origin`: as in `Browser`. @throws RequestRefused */
export async function joinAs(
  baseUrl: string,
  session: string,
  who: Introduction,
  origin?: string,
): Promise<Bot> {
  const browser = new Browser(baseUrl, origin)
  const { person, secret } = await browser.join(session, who)
  return new Bot({ browser, session, as: 'participant', person, name: who.name, secret })
}

/** Joins as a co-facilitator, by a link that a facilitator's `browser` makes. @throws RequestRefused */
export async function cofacilitateAs(browser: Browser, session: string, who: Introduction): Promise<Bot> {
  const { name, organisation = '', territory = '' } = who
  const link = await browser.makeLink(session, {
    role: 'cofacilitator',
    identity: { name, organisation, territory },
  })
  return enterWith(browser.baseUrl, session, link.secret)
}

/** Opens a secret link: a facilitator's, a co-facilitator's, a screen's or a participant's own. @throws RequestRefused */
export async function enterWith(baseUrl: string, session: string, secret: string): Promise<Bot> {
  const browser = new Browser(baseUrl)
  const { role, person } = await browser.enter(session, secret)
  const as = role === 'screen' || role === 'participant' ? role : 'facilitator'
  return new Bot({ browser, session, as, person, name: role, secret })
}
