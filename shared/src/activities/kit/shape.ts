/**
 * What a document may be made of, as far as people write it themselves (docs/spec/documents.md, D18). The server holds every
 * update against it before it looks at anything else, so that what nobody's client writes is never stored or passed on.
 */

/** A text: plain characters, nothing in between. */
export interface TextShape {
  readonly type: 'text'
}

/** A map by name. */
export interface MapShape {
  readonly type: 'map'
  /** May an entry be a plain value: what JSON can say, and not deep? */
  readonly values: boolean
  /** What else an entry may be; absent: nothing. */
  readonly entries?: TypeShape
}

export type TypeShape = TextShape | MapShape

export interface DocumentShape {
  /** By name, all that is in the document. */
  readonly roots: Readonly<Record<string, TypeShape>>
  /** As one snapshot, bytes. */
  readonly maxBytes: number
  /** What one person may bring, letters and what keeps them apart, bytes: nobody fills what belongs to several. Default: all of it. */
  readonly maxBytesPerPerson?: number
  /** Pieces that Yjs keeps apart: about one for each time that somebody begins to write or delete at another place. */
  readonly maxPieces: number
  /** Beyond a first allowance, no more of them than in this proportion to what was ever written, characters. Default: any. */
  readonly piecesPerChar?: number
}

/** A document that is one text. */
export const textShape = (
  root: string,
  limits: Pick<DocumentShape, 'maxBytes' | 'maxBytesPerPerson' | 'maxPieces'>,
): DocumentShape => ({
  roots: { [root]: { type: 'text' } },
  piecesPerChar: 0.5,
  ...limits,
})

export const VALUES: MapShape = { type: 'map', values: true }
