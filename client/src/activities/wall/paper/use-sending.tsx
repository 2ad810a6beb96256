/** A note with a picture waits here until the picture is on the server; then it goes the way of every other note. */
import type { PersonId, WallNote } from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'
import { type ReactNode, Suspense, useCallback, useMemo, useState } from 'react'
import { randomId } from '../../../connection/random-id.ts'
import { lazyView } from '../../kit/kind-entry.ts'
import type { Stage } from '../../kit/views.ts'
import { isMarked } from '../draft-store.ts'
import type { NoteDraft } from '../kept-notes.ts'
import type { Wall } from '../use-wall.ts'
import type { PictureJob } from './kept-pictures.ts'

const SendingPictures = lazyView(async () => (await import('./SendingPictures.tsx')).SendingPictures)

export interface SendingWall extends Wall {
  /** What is on its way, with what became of it; to be rendered somewhere. */
  readonly sending: ReactNode
}

/** The same wall, on which notes may bring a picture that is not on the server yet. */
export function useSending(wall: Wall, { activity: { id: activity }, me }: Stage<WallView>): SendingWall {
  const owner = me.id ?? ''
  const [fresh, setFresh] = useState<readonly PictureJob[]>([])
  const mayWait = fresh.length > 0 || isMarked('pictures', activity)

  const queue = useCallback(
    (photo: Blob, draft: NoteDraft, note: string | null, person?: PersonId) => {
      const job = { id: randomId(), activity, owner, draft, photo, note, person, at: Date.now() }
      setFresh((now) => [...now, job])
    },
    [activity, owner],
  )
  const { add: addNow, edit: editNow } = wall
  const add = useCallback(
    ({ photo, ...draft }: NoteDraft, person?: PersonId) =>
      photo ? queue(photo, draft, null, person) : addNow(draft, person),
    [queue, addNow],
  )
  const edit = useCallback(
    (note: WallNote, { photo, ...draft }: NoteDraft) => {
      if (photo) queue(photo, draft, note.id)
      // Its words need not wait, unless there would be nothing without the picture.
      if (!photo || draft.text.trim() !== '' || draft.drawing) editNow(note, draft)
    },
    [queue, editNow],
  )
  return useMemo(
    () => ({
      ...wall,
      add,
      edit,
      sending: mayWait ? (
        <Suspense>
          <SendingPictures activity={activity} owner={owner} fresh={fresh} wall={wall} />
        </Suspense>
      ) : null,
    }),
    [wall, add, edit, mayWait, activity, owner, fresh],
  )
}
