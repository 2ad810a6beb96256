/** What a picture of a wall is made from, and what its layout says. */
import type { PenPath } from './drawing.ts'
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
  /** The stack it is in, by name: written above its words. Absent: none. */
  readonly stack?: string | undefined
}

export interface PictureZone {
  readonly title: string
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
  readonly zones: readonly PictureZone[]
  /** Said where a zone has no note. */
  readonly empty: string
}

/** `slide`: 16:9, for a projector. `poster`: upright, as tall as it needs to be, at least like A3. */
export type PictureShape = 'slide' | 'poster'

export interface PlacedText {
  readonly x: number
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
  readonly colour: number
  readonly art: readonly PlacedArt[]
  readonly stack: PlacedText | null
  readonly text: PlacedText
  readonly author: PlacedText | null
}

export interface WallLayout {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly texts: readonly PlacedText[]
  readonly zones: readonly Box[]
  readonly notes: readonly PlacedNote[]
}
