/** A round table played by hand: people, a clock, and the engine's way of calling a kind. Tests only. */
import { locate } from '../../clock/phases.ts'
import type { Identities, Person, Role, Viewer } from '../../people/person.ts'
import { deepFreeze } from '../../testkit/deep-freeze.ts'
import type { Moment } from '../kit/kind.ts'
import type { Action } from './actions.ts'
import { type Definition, defaults } from './definition.ts'
import { roundTable } from './kind.ts'
import type { Group, State } from './state.ts'

export const MINUTE = 60_000

const NAMES = [
  'Zoé',
  'Élodie',
  'eric',
  'Awa',
  'Çelik',
  'Émile',
  'Bruno',
  'Ana',
  'Denis',
  'Fatou',
  'Gaël',
  'Hugo',
]

export class Table {
  state: State
  people: Person[]
  elapsed = 0
  readonly definition: Definition
  identities: Identities
  readonly durationMs = 30 * MINUTE

  /** `n` participants p1…pn after the facilitator f1 and the co-facilitator f2. */
  constructor(n: number, change: Partial<Definition> = {}) {
    this.definition = { ...defaults.definition, mixBy: 'none', ...change }
    const person = (id: string, role: Role, rank: number): Person => ({
      id,
      role,
      rank,
      away: false,
      removed: false,
      hasDevice: true,
    })
    this.people = [
      person('f1', 'facilitator', 1),
      person('f2', 'cofacilitator', 2),
      ...Array.from({ length: n }, (_, i) => person(`p${i + 1}`, 'participant', i + 3)),
    ]
    this.identities = new Map(
      this.people.map((p, i) => [
        p.id,
        { name: NAMES[i % NAMES.length] ?? '', organisation: `org ${i % 3}`, territory: `land ${i % 2}` },
      ]),
    )
    this.state = roundTable.initial(this.setting())
  }

  setting() {
    return { definition: this.definition, durationMs: this.durationMs, seed: 'seed', people: this.people }
  }

  moment(): Moment<Definition> {
    const phases = roundTable.phases(this.state, this.setting())
    return deepFreeze({ ...this.setting(), elapsed: this.elapsed, location: locate(phases, this.elapsed) })
  }

  viewer(id: string): Viewer {
    return { id, role: this.people.find((p) => p.id === id)?.role ?? 'participant' }
  }

  /** Sends an action; returns 'ok' or the refusal. */
  act(by: string, action: Action): string {
    const moment = { ...this.moment(), actor: this.viewer(by) }
    const prepared = roundTable.prepare?.(this.state, action, moment, this.identities) ?? action
    const done = roundTable.reduce(deepFreeze(this.state), prepared, moment)
    if (!done.ok) return done.refusal
    this.state = done.value.state
    this.inverse = done.value.inverse
    return 'ok'
  }

  inverse: Action | undefined

  after(ms: number): this {
    this.elapsed += ms
    return this
  }

  roster(change: (people: Person[]) => Person[]): void {
    this.people = change(this.people)
    this.state = roundTable.peopleChanged?.(deepFreeze(this.state), this.moment()) ?? this.state
  }

  away(id: string, away = true): void {
    this.roster((people) => people.map((p) => (p.id === id ? { ...p, away } : p)))
  }

  join(id: string, more: Partial<Person> = {}): void {
    const rank = this.people.length + 1
    this.roster((people) => [
      ...people,
      { id, role: 'participant', rank, away: false, removed: false, hasDevice: true, ...more },
    ])
  }

  propose(
    change: Partial<Definition> = {},
    more: { repair?: 'smaller' | 'larger'; redraw?: boolean } = {},
  ): string {
    const {
      question: _q,
      order: _o,
      autoAdvance: _a,
      callBackMs: _c,
      ...choice
    } = { ...this.definition, ...change }
    return this.act('f1', { type: 'propose', choice, repair: 'smaller', redraw: true, ...more })
  }

  /** Forms and opens groups at once. */
  open(): this {
    this.propose()
    this.act('f1', { type: 'launch' })
    return this
  }

  group(key = 'g1'): Group {
    const group = this.state.groups.find((g) => g.key === key)
    if (group === undefined) throw new Error(`no group ${key}`)
    return group
  }

  /** `p3 speaking` and so on, in order. */
  order(key = 'g1'): string {
    return this.group(key)
      .seats.map((s) => `${s.person} ${s.status}`)
      .join(', ')
  }

  speaker(key = 'g1'): string | undefined {
    return this.group(key).turn?.person
  }

  /** Somebody who sits in the group. */
  member(key = 'g1', index = 0): string {
    return this.group(key).seats[index]?.person ?? ''
  }
}
