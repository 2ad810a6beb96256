import {
  type ActivityId,
  actionWithoutWords,
  activityKinds,
  type Command,
  type Genesis,
  type Kinds,
  kindOf,
  type LoggedEvent,
  type PersonId,
  type SessionState,
  TEXT_WITHDRAWN,
} from '@escale/shared'
import type { Entry, Rewrite } from '../store/store.ts'

interface Words {
  readonly activity: ActivityId
  readonly author: PersonId
  readonly command: Extract<Command, { type: 'act' }>
  /** The activity's state when they were last found to be held. */
  heldIn: unknown
}

/** The words of a session's log that somebody may still read, as the kinds say (`isHeld`). */
export class LogWords {
  readonly #kinds: Kinds
  readonly #instead: string
  readonly #held = new Map<number, Words>()
  readonly #kindOf = new Map<ActivityId, string>()

  constructor(kinds: Kinds, genesis: Genesis) {
    this.#kinds = kinds
    this.#instead = TEXT_WITHDRAWN[genesis.workshop.settings.language]
    for (const [id, kind] of activityKinds(genesis, [])) this.#kindOf.set(id, kind)
  }

  /** Takes up events that follow the ones before. */
  note(events: readonly LoggedEvent[]): void {
    for (const { seq, actor, command } of events) {
      if (command.type === 'plan-add') this.#kindOf.set(command.activity.id, command.activity.kind)
      if (command.type === 'plan-duplicate')
        this.#kindOf.set(command.as, this.#kindOf.get(command.activity) ?? '')
      if (command.type !== 'act' || actor === null) continue
      const { activity } = command
      const kind = this.#kindOf.get(activity)
      if (!kindOf(this.#kinds, kind ?? '')?.forgetsWords) continue
      if (actionWithoutWords(this.#kinds, kind, command, this.#instead) !== command)
        this.#held.set(seq, { activity, author: actor, command, heldIn: undefined })
    }
  }

  /** Those that `state` does not hold any more, without their words. */
  spent(state: SessionState): readonly Rewrite[] {
    return [...this.#held].flatMap(([seq, words]) => {
      const { activity, author, command } = words
      const run = state.runs[activity]
      const kind = this.#kindOf.get(activity)
      if (run === undefined || run.state === words.heldIn) return []
      if (kindOf(this.#kinds, kind ?? '')?.isHeld(run.state, command.action, author) !== false) {
        words.heldIn = run.state
        return []
      }
      return [{ seq, command: actionWithoutWords(this.#kinds, kind, command, this.#instead) }]
    })
  }

  /** They are not in the log, or not any more. */
  drop(rewrites: readonly Pick<Rewrite, 'seq'>[]): void {
    for (const { seq } of rewrites) this.#held.delete(seq)
  }
}

/** What is to be written when some events have no words any more: those that are new are written without, the others anew. */
export function withoutWords(entries: readonly Entry[], spent: readonly Rewrite[]): readonly Entry[] {
  if (entries.length === 0 || spent.length === 0) return entries
  const bare = new Map(spent.map(({ seq, command }) => [seq, command]))
  const first = entries[0]?.event.seq ?? 0
  const rewrites = spent.filter(({ seq }) => seq < first)
  return entries.map((entry, index) => ({
    ...entry,
    event: { ...entry.event, command: bare.get(entry.event.seq) ?? entry.event.command },
    ...(index === 0 && rewrites.length > 0 ? { rewrites } : {}),
  }))
}
