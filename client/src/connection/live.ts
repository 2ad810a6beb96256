import {
  type Applause,
  type As,
  buildOf,
  type Command,
  type Frame,
  type Goodbye,
  isGesture,
  type Receipt,
} from '@escale/shared'
import type { StoreApi } from 'zustand/vanilla'
import { activitySeen } from '../app/kept-here.ts'
import { type CompanyLine, createCompanyStore, withNews } from '../stores/company-store.ts'
import { type ConnectionState, createConnectionStore } from '../stores/connection-store.ts'
import { createPeopleStore, type PeopleState, withDelta } from '../stores/people-store.ts'
import { createSessionStore, type SessionStoreState } from '../stores/session-store.ts'
import { createWordsDesk, type Words, type WordsDesk } from '../words/kept-words.ts'
import type { ServerClock } from './clock-context.ts'
import { applyFrame, NOTHING_RECEIVED, newConnection } from './frames.ts'
import { createOutbox } from './outbox.ts'
import { outboxStorage } from './outbox-storage.ts'
import { randomId } from './random-id.ts'
import { createSessionClock, deviceSource } from './session-clock.ts'
import { openSocket } from './socket.ts'

/** A connection to one session in one role, and all that came through it. */
export interface Live {
  readonly sessionId: string
  readonly as: As
  readonly connection: StoreApi<ConnectionState>
  readonly session: StoreApi<SessionStoreState>
  readonly people: StoreApi<PeopleState>
  readonly company: CompanyLine
  readonly clock: ServerClock
  /** Resolves with the server's receipt; waits while offline, survives a reload. Never rejects. */
  readonly send: (command: Command, words?: Words) => Promise<Receipt>
  /** What was written here and not taken. */
  readonly words: WordsDesk
  readonly close: () => void
}

/** The build that this page belongs to. */
const ownBuild = buildOf(document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? '')

const pauseFor = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Reasons after which what waits in the outbox can never be delivered. */
const FAREWELLS: ReadonlySet<Goodbye> = new Set(['left', 'removed', 'erased', 'revoked', 'unknown-session'])

export function openLive(sessionId: string, as: As): Live {
  const connection = createConnectionStore()
  const session = createSessionStore()
  const people = createPeopleStore()
  const company = createCompanyStore()
  const desk = createWordsDesk(sessionId)
  const audience = new Set<(applause: Applause) => void>()
  let received = NOTHING_RECEIVED
  let greeted = false

  const socket = openSocket(sessionId, as, {
    onConnect: (way) => {
      greeted = false
      received = newConnection(received)
      connection.setState({ status: 'live', bye: null, over: false, trouble: null, slow: way === 'polling' })
      clock.start()
    },
    onDown: () => {
      outbox.close()
      connection.setState((state) => ({ status: state.status === 'live' ? 'reconnecting' : state.status }))
    },
    onLost: () => connection.setState({ status: 'lost' }),
    onTrouble: (trouble) => connection.setState({ trouble }),
    onBye: (bye, over) => {
      connection.setState({ bye, over, ...(over ? { status: 'lost' as const } : {}) })
      if (over && FAREWELLS.has(bye)) outbox.abandon()
    },
    onWaiting: (outside) => connection.setState({ outside }),
    onFrame: (frame) => take(frame),
    onBuild: (build) => connection.setState({ outdated: ownBuild !== null && build !== ownBuild }),
    onCompany: (news) => {
      const { applause } = news
      if (applause) for (const heard of audience) heard(applause)
      else company.setState((state) => withNews(state, news))
    },
  })
  const clock = createSessionClock(deviceSource(socket.askClock))
  const outbox = createOutbox({
    storage: outboxStorage(sessionId, as),
    tab: randomId(),
    send: socket.command,
    now: () => Date.now(),
    onWaiting: (waiting) => connection.setState({ waiting }),
    isGesture: (command) => isGesture(command, as === 'facilitator'),
    onExpired: (command) => connection.setState(({ expired }) => ({ expired: [...expired, command] })),
    onLost: ({ envelope: { id, command }, person, words }, refusal) => {
      if (command.type === 'write')
        desk.keep({ ...words, id, activity: command.activity, person, edit: command.edit, refusal })
    },
    pause: pauseFor,
  })

  const take = (frame: Frame) => {
    const next = applyFrame(received, frame)
    if (next === 'gap') {
      socket.askWhole()
      return
    }
    if (next === received) return
    received = next
    session.setState({ ...next.slices, seq: next.seq })
    const { activity, me } = next.slices
    if (activity) activitySeen(sessionId, activity.id)
    for (const line of me?.own ?? []) activitySeen(sessionId, line.activity)
    const delta = frame.people
    if (delta) people.setState((state) => ({ people: withDelta(state.people, delta) }))
    if (!greeted && next.slices.me) {
      greeted = true
      connection.setState({ outside: null })
      outbox.open(next.slices.me.id ?? '')
    }
  }

  socket.open()
  return {
    sessionId,
    as,
    connection,
    session,
    people,
    company: {
      store: company,
      signal: socket.signal,
      onApplause: (heard) => {
        audience.add(heard)
        return () => audience.delete(heard)
      },
    },
    clock,
    send: outbox.post,
    words: desk,
    close: () => {
      socket.close()
      clock.stop()
      outbox.close()
    },
  }
}
