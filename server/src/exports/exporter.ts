/** The `Exporter` port: a harvest becomes a file. One folder per format, one line in the registry, nothing else. */
import type { Harvest, HarvestFormat, PictureShape } from '@escale/shared'

export interface StoredPicture {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** The pictures of the session; undefined when there is none of that id. */
export type PictureSource = (id: string) => Promise<StoredPicture | undefined>

export interface ExportOptions {
  readonly pictures: PictureSource
  /** For pictures of walls. */
  readonly shape: PictureShape
  /** The day of the session where whoever asked is: their evening is what a date means to them. YYYY-MM-DD. */
  readonly day: string
}

export interface Exporter {
  /** The name of its folder, and its name in addresses. */
  readonly id: string
  readonly mime: string
  /** Without a dot. */
  readonly extension: string
  readonly use: HarvestFormat['use']
  readonly onlyOurLetters: HarvestFormat['onlyOurLetters']
  readonly words: HarvestFormat['words']
  /**
   * The file. Shows whom the harvest names and nobody else; people's text stays text. Must not keep the event loop
   * longer than some tens of milliseconds.
   */
  readonly render: (harvest: Harvest, options: ExportOptions) => Promise<Uint8Array | string>
}
