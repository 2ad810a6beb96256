import { mergeTexts, type WallNote } from '@escale/shared'
import { mergedText, type WallEdit } from '@escale/shared/activities/wall'
import { changed, understandMany } from '../unsettled.ts'

/** What is done to several notes at once. What only the server can know, as what lies on the shelf, is left to it. */
function many(now: Map<string, WallNote>, edit: WallEdit): void {
  const put = (id: string, change: Partial<WallNote>) => {
    const note = now.get(id)
    if (note) now.set(id, { ...note, ...change })
  }
  switch (edit.type) {
    case 'reorder':
      for (const { id, ...move } of edit.notes) {
        const note = now.get(id)
        if (note) now.set(id, changed(note, { type: 'move', id, ...move }))
      }
      return
    case 'paint':
      for (const { id, colour } of edit.notes) put(id, { colour })
      return
    case 'stack':
      for (const id of edit.notes) put(id, { stack: edit.stack })
      return
    case 'unstack':
      for (const { id, stack } of [...now.values()])
        if (stack === edit.stack && (edit.notes?.includes(id) ?? true)) put(id, { stack: '' })
      return
    case 'merge': {
      const others = edit.notes.flatMap((id) => (id === edit.into ? [] : (now.get(id) ?? [])))
      const into = now.get(edit.into)
      if (into) put(into.id, { text: mergedText([into, ...others].map((note) => note.text)) })
      for (const { id } of others) now.delete(id)
      return
    }
    case 'unmerge': {
      const into = now.get(edit.into)
      if (into) put(into.id, { text: mergeTexts(edit.base, edit.text, into.text) })
    }
  }
}

understandMany(many)
