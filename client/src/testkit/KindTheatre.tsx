/**
 * A kind on a stage of its own, for component tests: the real kind decides, the real views show, time is the test's. No
 * server and no wire in between.
 */
import {
  type ActivitySlice,
  adjustPhases,
  elapsed,
  type KindId,
  kinds,
  locate,
  type Outcome,
  type Person,
  type Refusal,
  type Role,
  type Run,
  refuse,
  startRun,
  type Viewer,
} from '@escale/shared'
import { Suspense, useSyncExternalStore } from 'react'
import type { KindModule } from '../activities/kit/kind-entry.ts'
import type { Stage } from '../activities/kit/views.ts'
import { writeIn } from '../activities/kit/write-in.ts'
import { ClockContext, type ServerClock } from '../connection/clock-context.ts'
import { createPreviewDocuments, type DocumentSource, DocumentsContext } from '../documents/index.ts'
import type { KeptWords } from '../words/kept-words.ts'

export const somebody = (id: string, role: Role, rank: number, hasDevice = true): Person => ({
  id,
  role,
  rank,
  away: false,
  removed: false,
  hasDevice,
})

export interface TheatreOptions {
  readonly kind: KindId
  readonly definition: unknown
  readonly durationMs: number
  readonly people: readonly Person[]
  readonly instructions?: string
}

export class Theatre {
  readonly #options: TheatreOptions
  readonly #listeners = new Set<() => void>()
  /** Everybody's: what each may read is not played. */
  readonly documents: DocumentSource = createPreviewDocuments()
  readonly #memory = new Map<string, number>()
  #state: unknown
  #version = 0
  /** Why every edit is refused now; null: none is. */
  refuses: Refusal | null = null
  /** What was written and not taken, as the page keeps it. */
  refused: readonly KeptWords[] = []
  readonly run: Run
  /** Reads the (possibly faked) clock of the test. */
  readonly clock: ServerClock = {
    read: () => ({ ms: Date.now(), sure: true }),
    subscribe: () => () => {},
    version: () => 0,
  }

  constructor(options: TheatreOptions) {
    this.#options = options
    this.run = startRun(Date.now())
    this.#state = kinds[options.kind].initial(this.#setting())
  }

  #setting() {
    const { definition, durationMs, people } = this.#options
    return { definition, durationMs, seed: 'seed', people }
  }

  #moment() {
    const phases = adjustPhases(kinds[this.#options.kind].phases(this.#state, this.#setting()), this.run)
    const at = elapsed(this.run, Date.now())
    return { phases, moment: { ...this.#setting(), elapsed: at, location: locate(phases, at) } }
  }

  /** Does what the server does with an action of `actor`. */
  act(actor: Viewer, action: unknown): Outcome<{ seq: number }> {
    const kind = kinds[this.#options.kind]
    const moment = { ...this.#moment().moment, actor }
    const identities = new Map(
      this.#options.people.map((p) => [p.id, { name: nameOf(p.id), organisation: '', territory: '' }]),
    )
    const prepared = kind.prepare(this.#state, action, moment, identities)
    if (!prepared.ok) return prepared
    const done = kind.reduce(this.#state, prepared.value, moment)
    if (!done.ok) return done
    this.#state = done.value.state
    this.tell()
    return { ok: true, value: { seq: ++this.#version } }
  }

  /** Projects anew, as the server does at each instant. */
  tell(): void {
    this.#version++
    for (const listener of [...this.#listeners]) listener()
  }

  subscribe = (changed: () => void) => {
    this.#listeners.add(changed)
    return () => void this.#listeners.delete(changed)
  }

  version = () => this.#version

  /** Does what the server does with an edit of `actor`. */
  write(actor: Viewer, edit: unknown): Outcome<{ seq: number }> {
    const desk = {
      kind: kinds[this.#options.kind],
      documents: this.documents,
      activity: 'the-activity',
      memory: this.#memory,
    }
    return writeIn(desk, this.#state, edit, { ...this.#moment().moment, actor, at: Date.now(), stillMs: 0 })
  }

  own(viewer: Viewer): unknown {
    return viewer.id === null
      ? undefined
      : kinds[this.#options.kind].own(this.#state, this.#moment().moment).get(viewer.id)
  }

  stage(viewer: Viewer): Stage<unknown> {
    const { kind, instructions = '', durationMs } = this.#options
    const { phases, moment } = this.#moment()
    const { view } = kinds[kind].view(this.#state, kinds[kind].audience(this.#state, viewer), moment)
    const activity: ActivitySlice = {
      id: 'the-activity',
      kind,
      title: 'Titre',
      instructions,
      run: this.run,
      phases,
      durationMs,
      view,
      names: {},
    }
    return {
      activity,
      view,
      me: {
        id: viewer.id,
        role: viewer.role,
        name: viewer.id === null ? '' : nameOf(viewer.id),
        rank: 1,
        room: 'plenary',
        roomUntil: null,
        visioPlenary: '',
        visioRoom: '',
        messages: [],
        own: [],
      },
      nameOf,
      act: async (action) => this.act(viewer, action),
      write: async (edit, words) => {
        const done = this.refuses === null ? this.write(viewer, edit) : refuse(this.refuses)
        if (!done.ok && words) {
          const id = `refused-${this.refused.length}`
          const kept = { ...words, id, activity: 'the-activity', person: viewer.id ?? '', edit }
          this.refused = [...this.refused, { ...kept, refusal: done.refusal }]
          this.tell()
        }
        return done
      },
      unsent: [],
      refused: this.refused,
    }
  }
}

/** Names of the stage: the id with a capital. */
const nameOf = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1)

interface SeatProps {
  readonly theatre: Theatre
  readonly module: KindModule
  readonly viewer: Viewer
  readonly surface: 'Participant' | 'Console' | 'Screen'
}

/** What one viewer finds under « Mes textes » of this activity. */
export function OwnSeat({ theatre, module, viewer }: Omit<SeatProps, 'surface'>) {
  useSyncExternalStore(theatre.subscribe, theatre.version)
  const own = theatre.own(viewer)
  const View = module.views.Own
  if (own === undefined || View === undefined) return null
  const { activity, me, act } = theatre.stage(viewer)
  return (
    <DocumentsContext value={theatre.documents}>
      <Suspense>
        <View activity={activity.id} own={own} me={me} act={act} />
      </Suspense>
    </DocumentsContext>
  )
}

/** One viewer's view, which follows what happens on the stage. */
export function Seat({ theatre, module, viewer, surface }: SeatProps) {
  useSyncExternalStore(theatre.subscribe, theatre.version)
  const View = module.views[surface]
  return (
    <ClockContext value={theatre.clock}>
      <DocumentsContext value={theatre.documents}>
        <Suspense>
          <View {...theatre.stage(viewer)} />
        </Suspense>
      </DocumentsContext>
    </ClockContext>
  )
}
