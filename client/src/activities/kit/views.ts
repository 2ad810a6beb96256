/**
 * What a kind shows. A shell finds the views of the running activity in the registry, hands them a Stage and knows
 * nothing more. Views are pure in their props and in the kit's hooks, so that the editor can show a preview.
 */
import type { ActivityId, ActivitySlice, MeSlice, Outcome, PersonId, RoomKey } from '@escale/shared'
import type { ComponentType } from 'react'
import type { KeptWords, Words } from '../../words/kept-words.ts'

export interface Stage<View> {
  readonly activity: Omit<ActivitySlice, 'view'>
  readonly view: View
  readonly me: MeSlice
  /** A person's name as this viewer may see it; « Anonyme 12 » when there is none. */
  readonly nameOf: (person: PersonId) => string
  /** Sends the kind's action; resolves when the server has committed or refused it. Never rejects. */
  readonly act: (action: unknown) => Promise<Outcome<{ seq: number }>>
  /**
   * Asks to have something written in the activity's documents (the kind's `edits`). As `act`: waits while offline. `words`:
   * what somebody wrote, to be kept for them should it be refused.
   */
  readonly write: (edit: unknown, words?: Words) => Promise<Outcome<{ seq: number }>>
  /** What was asked so and is not acknowledged yet, in order; also what an earlier load of this page left. */
  readonly unsent: readonly unknown[]
  /** What I wrote here and was not taken, also what I gave up then (without its text). */
  readonly refused: readonly KeptWords[]
  /** For facilitators: one word to some rooms. Absent where nobody would read it (participants, previews). */
  readonly message?: (to: readonly RoomKey[], text: string) => Promise<Outcome<{ seq: number }>>
}

/** What somebody has of her own in an activity that is over. */
export interface OwnStage<Own> {
  readonly activity: ActivityId
  /** What the kind's `own` says for me. */
  readonly own: Own
  readonly me: MeSlice
  /** As in `Stage`; after the session's end only the kind's own actions (`isOwn`) are taken. */
  readonly act: Stage<unknown>['act']
}

export interface EditorProps<Definition> {
  readonly definition: Definition
  readonly durationMs: number
  /** The whole new definition; the shell checks, sends and undoes. */
  readonly onChange: (definition: Definition) => void
}

export interface ActivityViews<View, Definition, Own = unknown> {
  /** Phone first; 320 px wide must do. */
  readonly Participant: ComponentType<Stage<View>>
  /** In the console's middle column: what the facilitator sees and does. */
  readonly Console: ComponentType<Stage<View>>
  /** Read from 5 m, no control. */
  readonly Screen: ComponentType<Stage<View>>
  readonly Editor: ComponentType<EditorProps<Definition>>
  /** Under « Mes textes », for kinds in which people have something of their own. */
  readonly Own?: ComponentType<OwnStage<Own>>
}

/** Views whose types stay inside; what the shells handle. */
export interface SealedViews {
  readonly Participant: ComponentType<Stage<unknown>>
  readonly Console: ComponentType<Stage<unknown>>
  readonly Screen: ComponentType<Stage<unknown>>
  readonly Editor: ComponentType<EditorProps<unknown>>
  readonly Own?: ComponentType<OwnStage<unknown>>
}

/** Sound because a kind's view always comes from the same kind's `view` function, on the server. */
export const sealViews = <View, Definition, Own = unknown>(
  views: ActivityViews<View, Definition, Own>,
): SealedViews => views as unknown as SealedViews
