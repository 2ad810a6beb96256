import {
  type As,
  type Created,
  type Door,
  type Entered,
  type Failure,
  type IdentityMode,
  type Joined,
  type Keyring,
  type limits,
  type MakeLink,
  type NewKey,
  type NewLink,
  type NewReadingLink,
  PUZZLE_HEADER,
  type Puzzle,
  type Refusal,
  searchAnswer,
} from '@escale/shared'
import type * as z from 'zod/mini'
import { Jar } from './jar.ts'

type ReadingDays = (typeof limits.READING_LINK_DAYS)[number]

/** Hashes between two looks at the rest of the world: bots live in one process, and at times in the server's. */
const HASHES_AT_ONCE = 1_000
/** The price may rise while a puzzle is being solved. */
const PUZZLES_MAX = 4

/** The header that answers a puzzle. */
export async function answerHeader(puzzle: Puzzle): Promise<Record<string, string>> {
  for (let from = 0; ; from += HASHES_AT_ONCE) {
    const answer = searchAnswer(puzzle, from, HASHES_AT_ONCE)
    if (answer !== undefined) return { [PUZZLE_HEADER]: `${puzzle.token}.${answer}` }
    await new Promise(setImmediate)
  }
}

/** The server refused an HTTP request. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused'
  readonly path: string
  readonly status: number
  readonly refusal: Refusal | undefined

  constructor(path: string, status: number, refusal: Refusal | undefined) {
    super(`${path}: ${status} ${refusal ?? ''}`)
    this.path = path
    this.status = status
    this.refusal = refusal
  }
}

export interface Introduction {
  readonly name: string
  readonly organisation?: string
  readonly territory?: string
  readonly mode?: IdentityMode
}

/** One simulated browser: the HTTP interface as docs/spec/protocol.md lays it down, and the cookies that it gives. */
export class Browser {
  readonly jar: Jar
  /** E.g. `http://127.0.0.1:3000`, without a slash at the end. */
  readonly baseUrl: string
  /** Of whose pages it says that it asks. */
  readonly origin: string

  constructor(baseUrl: string, origin = new URL(baseUrl).origin, jar = new Jar()) {
    this.baseUrl = baseUrl
    this.origin = origin
    this.jar = jar
  }

  /** Another browser with the cookies that this one has now, reaching the same server perhaps by another way. */
  twin(baseUrl = this.baseUrl): Browser {
    const origin = baseUrl === this.baseUrl ? this.origin : undefined
    return new Browser(baseUrl, origin, this.jar.copy())
  }

  /** Any request, with this browser's cookies; refusals are not thrown. */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('origin', this.origin)
    const cookie = this.jar.header()
    if (cookie !== '') headers.set('cookie', cookie)
    const response = await fetch(this.baseUrl + path, { ...init, headers })
    this.jar.take(response)
    return response
  }

  /** JSON in, JSON out; puzzles are solved. @throws RequestRefused */
  async json<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
    let solved = {}
    for (let puzzlesLeft = PUZZLES_MAX; ; puzzlesLeft--) {
      const response = await this.request(path, {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...solved },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const answer: unknown = await response.json().catch(() => undefined)
      if (response.ok) return answer as T
      const { refusal, puzzle } = (answer ?? {}) as Partial<Failure>
      if (puzzle === undefined || puzzlesLeft === 0) throw new RequestRefused(path, response.status, refusal)
      solved = await answerHeader(puzzle)
    }
  }

  createSession(from: {
    template?: string
    file?: unknown
    language?: 'fr' | 'en'
    name?: string
  }): Promise<Created> {
    return this.json('POST', '/api/sessions', { language: 'fr', ...from })
  }

  door(session: string): Promise<Door> {
    return this.json('GET', `/api/sessions/${session}/door`)
  }

  findByCode(code: string): Promise<{ session: string }> {
    return this.json('POST', '/api/code', { code })
  }

  /** Joins in the given mode, else in the first that the door allows. */
  async join(session: string, who: Introduction): Promise<Joined> {
    const mode = who.mode ?? (await this.door(session)).identity[0] ?? 'named'
    const identity =
      mode === 'anonymous'
        ? { name: '', organisation: '', territory: '' }
        : { name: who.name, organisation: who.organisation ?? '', territory: who.territory ?? '' }
    return this.json('POST', `/api/sessions/${session}/join`, { mode, identity })
  }

  enter(session: string, secret: string): Promise<Entered> {
    return this.json('POST', `/api/sessions/${session}/enter`, { secret })
  }

  makeLink(session: string, link: z.infer<typeof MakeLink>): Promise<NewLink> {
    return this.json('POST', `/api/sessions/${session}/links`, link)
  }

  /** A link to read the récolte; the one before ends. */
  makeReadingLink(session: string, days: ReadingDays = 30): Promise<NewReadingLink> {
    return this.json('POST', `/api/sessions/${session}/reading-link`, { days })
  }

  /** What opens the session for those who drive and for screens. */
  async keys(session: string): Promise<Keyring['keys']> {
    return (await this.json<Keyring>('GET', `/api/sessions/${session}/keys`)).keys
  }

  async endKey(session: string, key: string): Promise<void> {
    await this.json('DELETE', `/api/sessions/${session}/keys/${key}`)
  }

  /** A new link of one's own, after which nothing else opens the place of the same person. */
  async renewAlone(session: string, as: As): Promise<NewKey> {
    await this.json('POST', `/api/sessions/${session}/device?as=${as}`)
    return this.json('POST', `/api/sessions/${session}/key?as=${as}`, { alone: true })
  }

  async leave(session: string, as: As): Promise<void> {
    await this.json('POST', `/api/sessions/${session}/leave?as=${as}`)
  }
}
