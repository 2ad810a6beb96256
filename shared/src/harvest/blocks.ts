/**
 * What a session produced, as neutral blocks: kinds write them, formats render them, and neither knows the other.
 * People are ids; a renderer shows names only when it is handed them.
 */
import type { ActivityId, PersonId } from '../ids.ts'
import type { Rect } from '../wall/board.ts'
import type { Point } from '../wall/note.ts'
import type { Shape } from '../wall/shapes.ts'

/** What a colour means on a wall. */
export interface HarvestCategory {
  /** A to H: says the same as the colour. */
  readonly letter: string
  /** Empty: it has only its letter. */
  readonly label: string
  /** Index into the note palette. */
  readonly colour: number
}

/** What a note was measured by, in words, and in figures where it is a figure. */
export interface HarvestValue {
  readonly label: string
  readonly value: string
  /** Absent: it is a tag. */
  readonly number?: number
  /** Of a scale, its last step. */
  readonly of?: number
}

export interface HarvestNote {
  readonly id: string
  readonly text: string
  /** Index into the note palette, 0 to 7 (wall/palette.ts). */
  readonly colour: number
  /** The letter of its category, which its block names; absent: its colour means nothing. */
  readonly category?: string
  /** null: not known or not to be told. */
  readonly author: PersonId | null
  /** What it was measured by; absent: nothing. */
  readonly values?: readonly HarvestValue[]
  /** Id of a picture of the session; absent: none. */
  readonly picture?: string
  /** Strokes (wall/drawing.ts); absent: none. */
  readonly drawing?: string
  /** Dots in the last vote in which it could have any; absent: there was none. */
  readonly votes?: number
  /** How many people like it; absent: nobody, or nobody was asked. */
  readonly likes?: number
}

/** Notes that were put together: a titled group within its zone. */
export interface HarvestStack {
  /** Empty: unnamed. */
  readonly title: string
  /** Ids of its notes, which follow one another in the zone. */
  readonly notes: readonly string[]
  /** Dots in the last vote in which it could have any as one; absent: there was none. */
  readonly votes?: number
}

export interface HarvestZone {
  readonly title: string
  readonly notes: readonly HarvestNote[]
  readonly stacks?: readonly HarvestStack[] | undefined
}

/** Where the notes of a wall stood that is a board, and on what; in board units, of which a note's side has NOTE_SIDE. */
export interface HarvestBoard {
  /** Of a matrix, a picture, a timeline. null: a canvas, which has no edge. */
  readonly paper: Rect | null
  /** The zones of a canvas. */
  readonly frames: readonly (Rect & { readonly title: string })[]
  /** What lies under the notes, in a unit of so many board units. */
  readonly under: { readonly unit: number; readonly shapes: readonly Shape[] }
  /**
   * Middle of each note and each stack that stands on it; what comes later lies over what came before. A stack is called by
   * the id of its first note.
   */
  readonly places: readonly (Point & { readonly note: string })[]
  /** What the notes are called that nobody has put anywhere. */
  readonly waiting: string
}

/** What was voted for: a note, or a stack as one. */
export interface RankedNote {
  /** From 1; those who are tied share one. */
  readonly rank: number
  readonly tied: boolean
  /** Id of the note; of a stack, that of its first. */
  readonly note: string
  /** Of a stack its title, or where it has none what its first note says. */
  readonly text: string
  /** Absent: a note. */
  readonly stack?: HarvestStack
  readonly votes: number
  /** Who voted for it, as far as it may be told. */
  readonly people: readonly PersonId[]
}

export type HarvestBlock =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'markdown'; readonly text: string }
  | { readonly type: 'link'; readonly label: string; readonly url: string }
  | { readonly type: 'picture'; readonly picture: string; readonly alt: string; readonly credit: string }
  | {
      readonly type: 'notes'
      readonly zones: readonly HarvestZone[]
      /** What the colours mean, in the order of their letters; absent: nothing. */
      readonly categories?: readonly HarvestCategory[]
      /** Absent: columns, or a board on which nothing stands. */
      readonly board?: HarvestBoard
    }
  | {
      /** The result of one vote, most votes first. */
      readonly type: 'ranking'
      /** Which vote of the activity it was, from 1; absent: the only one. */
      readonly round?: number
      /** What each person had to spend. */
      readonly dots: number
      /** How many people voted. */
      readonly voted: number
      readonly secret: boolean
      readonly entries: readonly RankedNote[]
    }
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
        /** Something that it wrote is stored damaged; `text` is the rest. */
        readonly unreadable?: true
      }[]
    }
  /** Something that was written here is stored damaged, and cannot be shown. */
  | { readonly type: 'unreadable' }
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
