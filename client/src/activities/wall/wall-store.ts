/**
 * A wall's notes for React: read at most once per frame however many updates come, and a note that has not changed stays
 * the same object, so that only what changed is rendered.
 */
import { readWall, type WallNote } from '@escale/shared'
import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

export interface WallStore {
  readonly notes: () => readonly WallNote[]
  readonly subscribe: (changed: () => void) => () => void
}

const isSame = (a: WallNote, b: WallNote): boolean =>
  a.text === b.text &&
  a.colour === b.colour &&
  a.zone === b.zone &&
  a.order === b.order &&
  a.author === b.author &&
  a.createdAt === b.createdAt

/** Keeps the objects, and the list, of what is as it was. */
export function keepSame(before: readonly WallNote[], now: readonly WallNote[]): readonly WallNote[] {
  const held = new Map(before.map((note) => [note.id, note]))
  const next = now.map((note) => {
    const old = held.get(note.id)
    return old && isSame(old, note) ? old : note
  })
  return next.length === before.length && next.every((note, i) => note === before[i]) ? before : next
}

function createWallStore(doc: Y.Doc): WallStore {
  let notes = readWall(doc).notes
  let frame: number | undefined
  const listeners = new Set<() => void>()
  const read = () => {
    frame = undefined
    const next = keepSame(notes, readWall(doc).notes)
    if (next === notes) return
    notes = next
    for (const listener of [...listeners]) listener()
  }
  const onUpdate = () => {
    frame ??= requestAnimationFrame(read)
  }
  return {
    notes: () => notes,
    subscribe(changed) {
      if (listeners.size === 0) {
        doc.on('update', onUpdate)
        notes = keepSame(notes, readWall(doc).notes)
      }
      listeners.add(changed)
      return () => {
        listeners.delete(changed)
        if (listeners.size > 0) return
        doc.off('update', onUpdate)
        if (frame !== undefined) cancelAnimationFrame(frame)
        frame = undefined
      }
    },
  }
}

/** The notes of a document, in order. */
export function useNotes(doc: Y.Doc): readonly WallNote[] {
  const store = useMemo(() => createWallStore(doc), [doc])
  return useSyncExternalStore(store.subscribe, store.notes)
}
