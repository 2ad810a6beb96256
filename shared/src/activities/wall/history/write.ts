/** Keeps a wall as it is, makes it so again, and forgets. Who asks has been checked to be a facilitator. */
import * as Y from 'yjs'
import { accept, type Outcome, refuse } from '../../../outcome.ts'
import { oneLine } from '../../../text/clean.ts'
import { emptyKept, keepWall, restoreWall } from '../../../wall/checkpoint.ts'
import type { EditMoment } from '../../kit/kind.ts'
import type { WallDefinition } from '../definition.ts'
import { SHARED_WALL, SHELF } from '../documents.ts'
import {
  CHECKPOINTS_MAX,
  CHECKPOINTS_MAX_BYTES,
  checkpointName,
  countCheckpoints,
  findCheckpoint,
  HISTORY,
  listCheckpoint,
  unlistCheckpoint,
  weighCheckpoints,
} from './documents.ts'
import type { HistoryEdit } from './edits.ts'

type Doc = (name: string) => Y.Doc

/** The documents that an edit of the history may read or change. */
export function historyNames(edit: HistoryEdit): readonly string[] {
  switch (edit.type) {
    case 'checkpoint':
      return [HISTORY, checkpointName(edit.id), SHARED_WALL, SHELF]
    case 'restore':
      return [HISTORY, checkpointName(edit.before), checkpointName(edit.id), SHELF, SHARED_WALL]
    default:
      return [HISTORY, checkpointName(edit.id)]
  }
}

/** No checkpoint brings a name back to a wall that names nobody, or the person behind a pseudonym. */
function authorFor(
  identity: WallDefinition['identity'],
  { people }: EditMoment<WallDefinition>,
): (author: string) => string {
  if (identity === 'anonymous') return () => ''
  if (identity === 'named') return (author) => author
  const persons = new Set(people.map((person) => person.id))
  return (author) => (persons.has(author) ? '' : author)
}

export function writeHistory(
  { identity }: Pick<WallDefinition, 'identity'>,
  edit: HistoryEdit,
  moment: EditMoment<WallDefinition>,
  doc: Doc,
): Outcome<null> {
  const history = doc(HISTORY)
  if (edit.type === 'forget') {
    if (findCheckpoint(history, edit.id) === undefined) return accept(null)
    unlistCheckpoint(history, edit.id)
    emptyKept(doc(checkpointName(edit.id)))
    return accept(null)
  }
  const made = edit.type === 'checkpoint' ? edit.id : edit.before
  // The same wish again: it is made already.
  if (findCheckpoint(history, made) !== undefined) return accept(null)
  const target = edit.type === 'restore' ? findCheckpoint(history, edit.id) : undefined
  if (edit.type === 'restore' && target === undefined) return refuse('stale')
  if (countCheckpoints(history) >= CHECKPOINTS_MAX) return refuse('too-many')
  if (weighCheckpoints(history) >= CHECKPOINTS_MAX_BYTES) return refuse('no-space')
  const docs = { wall: doc(SHARED_WALL), shelf: doc(SHELF) }
  const nameOf = authorFor(identity, moment)
  const kept = doc(checkpointName(made))
  const notes = keepWall(docs, kept, nameOf)
  const bytes = Y.encodeStateAsUpdate(kept).byteLength
  const title = edit.type === 'checkpoint' ? oneLine(edit.title) : (target?.title ?? '')
  listCheckpoint(history, {
    id: made,
    title,
    at: moment.at,
    notes,
    isAutomatic: edit.type === 'restore',
    bytes,
  })
  if (edit.type === 'restore') restoreWall(docs, doc(checkpointName(edit.id)), nameOf)
  return accept(null)
}
