/** Taking somebody out of a wall's documents (docs/spec/retention.md, E11). */
import * as Y from 'yjs'
import { readNote } from '../../wall/note.ts'
import type { Erased } from '../kit/kind.ts'
import { TALLY } from './documents.ts'
import { pseudonymOf } from './edits.ts'
import { isOfHistory } from './history/documents.ts'
import { forgetVoter, VOTES } from './voting/documents.ts'

/**
 * Notes by this person, under their name or the pseudonym that stands for them, on the wall, in the inbox, on the shelf and
 * in walls that were kept. A note without a name is nobody's here either. Answers the pictures of those that were removed.
 */
export function eraseFromWall(document: Y.Doc, name: string, erased: Erased): readonly string[] {
  const { person, seeds, sealOf } = erased
  if (name === VOTES) {
    forgetVoter(document, person)
    return []
  }
  if (name === TALLY) {
    document.getMap('counts').delete(person)
    return []
  }
  const authors = new Set([person, ...seeds.map((seed) => pseudonymOf(sealOf, seed, person))])
  const roots = isOfHistory(name) ? ['notes', 'shelf'] : ['notes']
  const pictures: string[] = []
  document.transact(() => {
    for (const root of roots)
      for (const [id, map] of [...document.getMap(root).entries()]) {
        if (!(map instanceof Y.Map) || !authors.has(map.get('author') as string)) continue
        if (erased.signed === 'unsigned') {
          map.delete('author')
          continue
        }
        const picture = readNote(id, map)?.picture
        if (picture) pictures.push(picture)
        document.getMap(root).delete(id)
      }
  })
  return pictures
}
