/** What a helper is asked to do, and what it needs while it does. All of it is copied between processes. */
import type { HarvestRequest, Outcome, PictureShape, UndrawnSigns } from '@escale/shared'
import type { Picture } from '../pictures/reencode.ts'
import type { FileRow, StoredDocument } from '../store/store.ts'

/** The récolte of one session as one reader may see it. */
export interface GatherJob {
  readonly type: 'gather'
  readonly request: Omit<HarvestRequest, 'documents' | 'kinds'>
}

export interface Gathered {
  /** Of what it says, whenever it was made. */
  readonly digest: string
  readonly title: string
  readonly sessionAt: number
  /** What of it pictures in pixels would not show. */
  readonly undrawn: UndrawnSigns
  /** The `Harvest` as JSON, UTF-8. */
  readonly json: Uint8Array
}

/** A gathered récolte as a file of one format. */
export interface RenderJob {
  readonly type: 'render'
  readonly format: string
  readonly harvest: Uint8Array
  readonly shape: PictureShape
  readonly day: string
}

/** A stranger's picture, drawn anew. */
export interface RedrawJob {
  readonly type: 'redraw'
  readonly bytes: Uint8Array
  readonly maxPixels?: number
  readonly sidePx?: number
}

export type Job = GatherJob | RenderJob | RedrawJob

export interface Results {
  gather: Gathered
  render: Uint8Array
  redraw: Outcome<Picture>
}

/** What a helper asks back, of the session that its work is for and of no other. */
export type Need =
  | { readonly type: 'documents'; readonly activity: string }
  | { readonly type: 'document'; readonly activity: string; readonly name: string }
  | { readonly type: 'picture'; readonly id: string }

export interface Supplies {
  documents: readonly string[]
  /** null: what is stored of it is damaged. */
  document: StoredDocument | null
  picture: Pick<FileRow, 'mediaType' | 'bytes'> | undefined
}

/** How a piece of work gets what it needs. */
export type Ask = <N extends Need>(need: N) => Promise<Supplies[N['type']]>

/** Answers what a helper needs. */
export type Supply = (need: Need) => Promise<Supplies[Need['type']]>

/** To the helper. */
export type Order =
  | { readonly job: Job }
  | { readonly supplied: number; readonly value: unknown }
  | { readonly supplied: number; readonly failed: true }

/** From the helper. */
export type Report =
  | { readonly ready: true }
  | { readonly need: Need; readonly number: number }
  | { readonly done: unknown; readonly heldBytes: number }
  | { readonly failed: 'too-large' | 'error'; readonly message: string; readonly heldBytes: number }
