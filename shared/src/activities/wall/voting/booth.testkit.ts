/** A wall with a vote, without a server: what people ask is done in documents at hand, and what is told is told at once. */
import * as Y from 'yjs'
import type { Outcome } from '../../../outcome.ts'
import type { Person, Viewer } from '../../../people/person.ts'
import { addNote } from '../../../wall/model.ts'
import type { WallNote } from '../../../wall/note.ts'
import type { EditMoment } from '../../kit/kind.ts'
import { PLAIN_WALL, type WallDefinition } from '../definition.ts'
import { SHARED_WALL } from '../documents.ts'
import { WallEdit } from '../edits.ts'
import { wall } from '../kind.ts'
import { FAC } from '../people.testkit.ts'
import { type WallAction, WallAction as WallActionSchema, type WallState } from '../state.ts'
import { namesFor, writeOnWall } from '../write.ts'
import { readBallot } from './ballot.ts'
import { readChoice } from './choices.ts'
import { countBallots } from './count.ts'
import { ballotOf, ballotPage, isBallotOf } from './documents.ts'
import type { Round, VoteSettings } from './round.ts'
import { mayReceive, USUAL_VOTE } from './rules.ts'

export const ROUND = 'round001'

export class Booth {
  state: WallState
  elapsed = 0
  readonly documents = new Map<string, Y.Doc>()
  readonly people: readonly Person[]
  readonly #definition: WallDefinition

  constructor(people: readonly Person[], settings: Partial<WallDefinition> = {}) {
    this.people = people
    this.#definition = { ...PLAIN_WALL, ...settings }
    this.state = wall.initial(this.#setting())
  }

  #setting() {
    return { definition: this.#definition, durationMs: 600_000, seed: 's', people: this.people }
  }

  moment(actor: Viewer): EditMoment<WallDefinition> {
    const phase = { id: 'open', ms: null }
    return {
      ...this.#setting(),
      elapsed: this.elapsed,
      location: { index: 0, phase, startsAt: 0, endsAt: null, into: this.elapsed, left: null },
      actor,
      at: 1_790_000_000_000,
      sealOf: (secret) => secret,
      stillMs: 0,
      memory: new Map(),
    }
  }

  doc(name: string): Y.Doc {
    const held = this.documents.get(name) ?? new Y.Doc()
    this.documents.set(name, held)
    return held
  }

  note(id: string, more: Partial<WallNote> = {}): void {
    addNote(this.doc(SHARED_WALL), { id, text: `texte ${id}`, createdAt: 1, ...more })
  }

  act(action: WallAction, actor: Viewer = FAC): Outcome<WallAction | undefined> {
    const done = wall.reduce(this.state, WallActionSchema.parse(action), this.moment(actor))
    if (!done.ok) return done
    this.state = done.value.state
    return { ok: true, value: done.value.inverse }
  }

  start(settings: Partial<VoteSettings> = {}, ms: number | null = null, round = ROUND) {
    return this.act({ type: 'vote-start', round, settings: { ...USUAL_VOTE, ...settings }, ms })
  }

  ask(actor: Viewer, raw: WallEdit): Outcome<null> {
    const edit = WallEdit.parse(raw)
    const moment = this.moment(actor)
    const names = namesFor(this.state, edit, moment)
    return writeOnWall(this.state, edit, moment, (name) => {
      if (!names.includes(name)) throw new Error(`${name} was not asked for`)
      return this.doc(name)
    })
  }

  dot(actor: Viewer, note: string, dots = 1, round = ROUND): Outcome<null> {
    return this.ask(actor, { type: 'dot', round, note, dots })
  }

  ballot(person: string): Readonly<Record<string, number>> {
    const round = this.state.votes.rounds.at(-1) as Round
    return Object.fromEntries(readBallot(this.doc(ballotPage(round, person))))
  }

  access(viewer: Viewer, name: string) {
    return wall.access?.(this.state, name, viewer, this.moment(viewer))
  }

  count() {
    const round = this.state.votes.rounds.at(-1) as Round
    const ballots = [...this.documents].flatMap(([name, doc]) => {
      const ballot = ballotOf(name)
      return ballot && isBallotOf(round, ballot) ? [[ballot.person, readBallot(doc)] as const] : []
    })
    return countBallots(round.settings, ballots, (id) => {
      const choice = readChoice(this.doc(SHARED_WALL), id, round.settings)
      return choice !== undefined && mayReceive(round.settings, choice)
    })
  }
}
