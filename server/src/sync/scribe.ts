/**
 * Writes into documents as the server, under one Yjs client id for each document. It writes into a twin that follows the
 * document: the document itself must only ever hold what is committed.
 */
import * as Y from 'yjs'
import type { SharedDocument } from './document.ts'
import type { Fate } from './submission.ts'

interface Written {
  readonly document: SharedDocument
  readonly update: Uint8Array
}

const bytesFor = (document: SharedDocument, written: readonly Written[]): number =>
  written.reduce((sum, one) => (one.document === document ? sum + one.update.byteLength : sum), 0)

/** May the writer write where so many bytes are left? */
export type MayWrite = (left: number) => boolean

/** A document would have grown beyond its limit. */
export class NoRoomError extends Error {
  override readonly name = 'NoRoomError'
}

export class Scribe {
  /** By the document that they follow: one that was made anew gets another. */
  readonly #twins = new WeakMap<Y.Doc, Y.Doc>()

  /**
   * Calls `change` with documents that it may change, found by name. Gives back what it answers, and when all it wrote is
   * committed; that rejects when it could not be stored, and then nothing was written.
   * @throws NoRoomError when a document would grow beyond its limit; what `change` throws. Nothing was written then either.
   */
  write<T>(
    documents: readonly SharedDocument[],
    change: (document: (name: string) => Y.Doc) => T,
    mayWrite: MayWrite = () => true,
  ): { readonly answer: T; readonly committed: Promise<void> } {
    // Asked before anything is written: a copy that holds what there is no room for is dear to make anew.
    if (!documents.every((document) => mayWrite(document.roomOf()))) throw new NoRoomError()
    const written: Written[] = []
    const open = documents.map((document) => {
      const twin = this.#twinOf(document)
      const keep = (update: Uint8Array, origin: unknown) => {
        if (origin !== document) written.push({ document, update })
      }
      twin.on('update', keep)
      return { document, twin, close: () => twin.off('update', keep) }
    })
    try {
      const answer = change((name) => {
        const found = open.find(({ document }) => document.key.name === name)
        if (found === undefined) throw new Error(`document ${name} was not asked for`)
        return found.twin
      })
      for (const { document } of open)
        if (!document.hasRoomFor(bytesFor(document, written))) throw new NoRoomError()
      return { answer, committed: this.#submit(written) }
    } catch (error) {
      // The twins hold what will not be written: the next one who writes begins with new ones.
      for (const { document } of written) this.#forget(document)
      throw error
    } finally {
      for (const { close } of open) close()
    }
  }

  async #submit(written: readonly Written[]): Promise<void> {
    const fates = written.map(
      ({ document, update }) =>
        new Promise<boolean>((resolve) => {
          const done = (fate: Fate) => {
            // The twin holds what was not stored: the next one who writes begins with a new one.
            if (fate !== 'committed') this.#forget(document)
            resolve(fate === 'committed')
          }
          document.submit({ update, ends: Y.parseUpdateMeta(update).to, done })
        }),
    )
    if ((await Promise.all(fates)).includes(false)) throw new Error('not written')
  }

  #twinOf(document: SharedDocument): Y.Doc {
    const { doc } = document
    const held = this.#twins.get(doc)
    if (held !== undefined) return held
    const twin = new Y.Doc()
    Y.applyUpdate(twin, Y.encodeStateAsUpdate(doc), document)
    const follow = (update: Uint8Array) => Y.applyUpdate(twin, update, document)
    doc.on('update', follow)
    twin.on('destroy', () => doc.off('update', follow))
    doc.on('destroy', () => twin.destroy())
    this.#twins.set(doc, twin)
    document.isDoubled = true
    return twin
  }

  #forget({ doc }: SharedDocument): void {
    this.#twins.get(doc)?.destroy()
    this.#twins.delete(doc)
  }
}
