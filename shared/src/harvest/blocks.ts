/**
 * What a session produced, as neutral blocks: kinds write them, formats render them, and neither knows the other.
 * People are ids; a renderer shows names only when it is handed them.
 */
import type { ActivityId, PersonId } from '../ids.ts'

export interface HarvestNote {
  readonly id: string
  readonly text: string
  /** Index into the note palette, 0 to 7 (wall/palette.ts). */
  readonly colour: number
  /** null: not known or not to be told. */
  readonly author: PersonId | null
  /** What it was measured by, in words; absent: nothing. */
  readonly values?: readonly { readonly label: string; readonly value: string }[]
  /** Id of a picture of the session; absent: none. */
  readonly picture?: string
  /** Strokes (wall/drawing.ts); absent: none. */
  readonly drawing?: string
}

/** Notes that were put together: a titled group within its zone. */
export interface HarvestStack {
  /** Empty: unnamed. */
  readonly title: string
  /** Ids of its notes, which follow one another in the zone. */
  readonly notes: readonly string[]
}

export interface HarvestZone {
  readonly title: string
  readonly notes: readonly HarvestNote[]
  readonly stacks?: readonly HarvestStack[] | undefined
}

export type HarvestBlock =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'markdown'; readonly text: string }
  | { readonly type: 'link'; readonly label: string; readonly url: string }
  | { readonly type: 'picture'; readonly picture: string; readonly alt: string; readonly credit: string }
  | { readonly type: 'notes'; readonly zones: readonly HarvestZone[] }
  | {
      readonly type: 'stories'
      readonly words: readonly string[]
      readonly stories: readonly { readonly text: string; readonly author: PersonId | null }[]
    }
  | {
      readonly type: 'groups'
      readonly groups: readonly {
        readonly title: string
        readonly people: readonly PersonId[]
        readonly text: string
      }[]
    }
  | {
      readonly type: 'table'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

/** One activity's share of the harvest, with where it comes from. */
export interface HarvestSection {
  readonly activity: ActivityId
  readonly kind: string
  readonly title: string
  /** The question or instructions, Markdown. */
  readonly instructions: string
  /** Server time, ms; null when it was not played. */
  readonly startedAt: number | null
  readonly blocks: readonly HarvestBlock[]
}

export interface Harvest {
  readonly title: string
  readonly language: 'fr' | 'en'
  /** Server time, ms: when the session took place, and when this harvest was made. */
  readonly sessionAt: number
  readonly madeAt: number
  readonly ended: boolean
  readonly sections: readonly HarvestSection[]
  /** How many took part: drivers and screens do not count. */
  readonly participants: number
  /** Those of them who gave a name, in order of arrival; empty without names. */
  readonly people: readonly PersonId[]
  /** Null: this harvest names nobody, and carries no id of a person either. */
  readonly names: Readonly<Record<PersonId, string>> | null
}
