/**
 * A session on a stage of its own, for tests of the console: the real reducer decides, the real projections show, and two
 * facilitators may act. No server and no wire in between.
 */
import {
  activitySlice,
  type Command,
  headcount,
  type Identity,
  initialState,
  kinds,
  meSlices,
  personLines,
  planSlice,
  type Receipt,
  reduceSession,
  type SessionState,
  sessionSlice,
  splitIdentity,
  type Viewer,
  type Workshop,
} from '@escale/shared'
import type { ReactNode } from 'react'
import { NO_COMPANY } from '../activities/kit/company.ts'
import { ClockContext, deviceClock } from '../connection/clock-context.ts'
import type { Live } from '../connection/live.ts'
import { createConnectionStore } from '../stores/connection-store.ts'
import { LiveContext } from '../stores/live-context.ts'
import { Place } from '../stores/Place.tsx'
import { createPeopleStore } from '../stores/people-store.ts'
import { createSessionStore } from '../stores/session-store.ts'
import { createWordsDesk } from '../words/kept-words.ts'

export class ConsoleTheatre {
  #state: SessionState
  #identities: ReadonlyMap<string, Identity> = new Map()
  readonly #viewer: Viewer = { id: 'claire', role: 'facilitator' }
  readonly live: Live

  constructor(workshop: Workshop) {
    this.#state = initialState({ createdAt: Date.now(), seed: 'seed', workshop })
    this.live = {
      sessionId: 'the-session',
      as: 'facilitator',
      connection: createConnectionStore(),
      session: createSessionStore(),
      people: createPeopleStore(),
      clock: deviceClock,
      company: NO_COMPANY,
      send: (command) => Promise.resolve(this.do(command)),
      close: () => {},
      words: createWordsDesk('the-session'),
    }
    this.live.connection.setState({ status: 'live' })
    this.join('claire', 'facilitator', 'Claire')
    this.join('samir', 'cofacilitator', 'Samir')
  }

  get state(): SessionState {
    return this.#state
  }

  join(
    person: string,
    role: 'facilitator' | 'cofacilitator' | 'participant',
    name: string,
    { newcomer }: { readonly newcomer?: true } = {},
  ): void {
    this.#identities = new Map(this.#identities).set(person, { name, organisation: '', territory: '' })
    this.#reduce({ type: 'joined', person, role, ...(newcomer && { newcomer }) }, null)
  }

  /** Does what the server does with a command of `by`. */
  do(command: Command, by: 'claire' | 'samir' = 'claire'): Receipt {
    const { logged, identity } = splitIdentity(command)
    if (identity && 'person' in logged)
      this.#identities = new Map(this.#identities).set(logged.person, identity)
    return this.#reduce(logged, { id: by, role: by === 'claire' ? 'facilitator' : 'cofacilitator' })
  }

  #reduce(command: Command, actor: Viewer | null): Receipt {
    const next = reduceSession(this.#state, command, { kinds, at: Date.now(), actor })
    if (!next.ok) return next
    this.#state = next.value
    this.#project()
    return { ok: true, value: { seq: next.value.seq } }
  }

  #project(): void {
    const now = Date.now()
    const state = this.#state
    this.live.session.setState({
      seq: state.seq,
      session: sessionSlice(state),
      activity: activitySlice(kinds, state, this.#viewer, this.#identities, now),
      me: meSlices(kinds, state, this.#identities, now)(this.#viewer),
      plan: planSlice(kinds, state, now),
      headcount: headcount(state),
    })
    const lines = personLines(kinds, state, this.#identities, now)
    this.live.people.setState({ people: new Map(lines.map((line) => [line.id, line])) })
  }
}

interface ConsoleSeatProps {
  readonly theatre: ConsoleTheatre
  readonly children: ReactNode
}

/** Claire's seat. */
export const ConsoleSeat = ({ theatre, children }: ConsoleSeatProps) => (
  <LiveContext value={theatre.live}>
    <ClockContext value={deviceClock}>
      <Place>{children}</Place>
    </ClockContext>
  </LiveContext>
)
