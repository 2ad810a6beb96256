import type { PersonId, Refusal } from '@escale/shared'
import {
  ballotPage,
  type Round,
  readBallot,
  spentOn,
  type WallEdit,
  type WallView,
} from '@escale/shared/activities/wall'
import { useCallback, useMemo, useState } from 'react'
import { useDocument } from '../../../documents/index.ts'
import type { Stage } from '../../kit/views.ts'
import { useUnsettled } from '../unsettled.ts'
import { useVersion } from './VotingProvider.tsx'

export interface MyBallot {
  /** Dots on notes, those included that are on their way. */
  readonly dots: ReadonlyMap<string, number>
  readonly left: number
  /** Why the last wish was not taken; null: it was. */
  readonly refusal: Refusal | null
  readonly isOnItsWay: boolean
  readonly set: (note: string, dots: number) => void
}

/** The dots of one person: one's own, or those of somebody without a device (`forOther`). */
export function useBallot(
  { activity, write, unsent }: Stage<WallView>,
  round: Round,
  person: PersonId,
  /** Notes that are there and may be voted for: dots on others are given back. */
  notes: ReadonlySet<string>,
  forOther = false,
): MyBallot {
  const { doc } = useDocument(activity.id, ballotPage(round, person), { isKept: false })
  const version = useVersion(doc)
  const unsettled = useUnsettled(unsent)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again whenever the document has changed
  const dots = useMemo(() => {
    const now = new Map([...readBallot(doc)].filter(([note]) => notes.has(note)))
    for (const edit of unsettled)
      if (edit.type === 'dot' && edit.round === round.id && edit.person === (forOther ? person : undefined)) {
        if (edit.dots === 0) now.delete(edit.note)
        else now.set(edit.note, edit.dots)
      }
    return now
  }, [doc, version, unsettled, notes, round.id, person, forOther])
  const set = useCallback(
    (note: string, wanted: number) => {
      const edit: WallEdit = {
        type: 'dot',
        round: round.id,
        note,
        dots: wanted,
        ...(forOther ? { person } : {}),
      }
      setRefusal(null)
      void write(edit).then((done) => {
        if (!done.ok) setRefusal(done.refusal)
      })
    },
    [write, round.id, person, forOther],
  )
  return {
    dots,
    left: Math.max(0, round.settings.dots - spentOn(dots)),
    refusal,
    isOnItsWay: unsent.length > 0,
    set,
  }
}
