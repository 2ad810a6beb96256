/** What a picture of a wall is made from, and what its layout says. */
import type { PenPath } from './drawing.ts'
import type { Point } from './note.ts'
import type { Shape } from './shapes.ts'
import type { TextLine } from './svg-wrap.ts'

/** A picture that is inside the file. */
export interface NotePicture {
  /** `data:` and its bytes. */
  readonly href: string
  /** What it measures, in whatever unit: only the proportion counts. */
  readonly width: number
  readonly height: number
}

export interface PictureNote {
  readonly text: string
  /** Index into NOTE_COLOURS. */
  readonly colour: number
  /** A name to show; null: none. */
  readonly author: string | null
  readonly picture?: NotePicture
  /** Strokes (drawing.ts). */
  readonly drawing?: string
}

/** A note where it stands; a pile, that is a stack, has its name for a text and for an author how many notes it holds. */
export interface BoardItem extends Point {
  readonly note: PictureNote
  readonly isPile: boolean
}

/** What stands on a board and lies under it, in board units (board.ts). */
export interface PictureBoard {
  /** Its edge; null: a canvas, which is as large as what stands on it. */
  readonly paper: Box | null
  /** Zones of a canvas. */
  readonly frames: readonly (Box & { readonly title: string })[]
  /** In a unit of so many board units; pictures are inside the file (`data:` and their bytes). */
  readonly under: { readonly unit: number; readonly shapes: readonly Shape[] }
  /** What comes later lies over what came before. */
  readonly items: readonly BoardItem[]
}

/** What a colour means: a paper with its letter, and its name beside it. */
export interface LegendEntry {
  /** Index into NOTE_COLOURS. */
  readonly colour: number
  readonly letter: string
  readonly label: string
}

/** Notes that stand together under one heading: of a zone, or of a stack. */
export interface PictureZone {
  readonly title: string
  /** Above the title: the zone that a stack is in; empty: none. */
  readonly within: string
  /** How many notes, in words. */
  readonly count: string
  readonly notes: readonly PictureNote[]
}

/** A wall with all its words, in the language of the session. */
export interface WallPicture {
  readonly title: string
  /** Under the title: what was asked; empty: nothing but the title. */
  readonly question: string
  /** Above the title: which workshop. */
  readonly context: string
  /** Under the title: when, how many. */
  readonly details: string
  /** Below them: what the colours mean; empty: nothing. */
  readonly legend: readonly LegendEntry[]
  /** Absent: columns. */
  readonly board?: PictureBoard
  /** Below the board, where there is one. */
  readonly zones: readonly PictureZone[]
  /** Said where a zone has no note. */
  readonly empty: string
}

/**
 * `slide`: 16:9, for a projector. `poster`: upright, as tall as it needs to be, at least like A3; of a board a sheet of
 * that shape, which lies across unless the board is tall.
 */
export type PictureShape = 'slide' | 'poster'

export interface PlacedText {
  readonly x: number
  /** Where a line begins that is read from right to left; absent: as far from the edge of what it is in as `x`. */
  readonly right?: number
  /** Of the first baseline. */
  readonly y: number
  readonly size: number
  readonly leading: number
  readonly bold: boolean
  readonly quiet: boolean
  readonly lines: readonly TextLine[]
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A picture, or a drawing, where it stands on a note. */
export interface PlacedArt extends Box {
  readonly content: { readonly href: string } | { readonly paths: readonly PenPath[] }
}

export interface PlacedNote extends Box {
  /** More papers lie under it. */
  readonly isPile: boolean
  readonly colour: number
  readonly art: readonly PlacedArt[]
  readonly text: PlacedText
  readonly author: PlacedText | null
}

/** A board, or a part of a long one, all of it in board units. */
export interface PlacedBoard {
  /** Where its origin is on the page, and how large a board unit is there. */
  readonly x: number
  readonly y: number
  readonly scale: number
  readonly paper: Box | null
  readonly under: PictureBoard['under']
  readonly frames: readonly Box[]
  readonly titles: readonly PlacedText[]
  readonly notes: readonly PlacedNote[]
}

/** A paper of the legend, with its letter in it and its name beside it. */
export interface PlacedSwatch extends Box {
  readonly colour: number
  readonly letter: PlacedText
  readonly label: PlacedText
  /** Where its name ends. */
  readonly right: number
}

export interface WallLayout {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly texts: readonly PlacedText[]
  readonly legend: readonly PlacedSwatch[]
  /** None: a wall in columns. */
  readonly boards: readonly PlacedBoard[]
  readonly zones: readonly Box[]
  readonly notes: readonly PlacedNote[]
}
