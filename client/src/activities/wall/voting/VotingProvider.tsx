import {
  likesPage,
  readLikeCounts,
  readLikes,
  VOTES,
  type VotesView,
  type WallEdit,
  type WallView,
} from '@escale/shared/activities/wall'
import {
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import type * as Y from 'yjs'
import { useDocument } from '../../../documents/index.ts'
import type { Stage } from '../../kit/views.ts'
import { useUnsettled } from '../unsettled.ts'
import { createVotes, toldIn, VotesContext, type VotesStore } from './votes-store.ts'

interface VotingProviderProps {
  readonly stage: Stage<WallView>
  readonly children: ReactNode
}

/** Every note below knows its dots and its hearts. Nothing is opened where there are neither. */
export function VotingProvider({ stage, children }: VotingProviderProps) {
  const { votes } = stage.view
  const [store] = useState(createVotes)
  const hasVotes = votes.rounds.length > 0 || votes.likes
  return (
    <VotesContext value={store}>
      {hasVotes ? <Follow activity={stage.activity.id} votes={votes} store={store} /> : null}
      {votes.likes && stage.me.id !== null ? (
        <MyLikes stage={stage} person={stage.me.id} store={store} />
      ) : null}
      {children}
    </VotesContext>
  )
}

/** Counts the updates of a document, so that what is read from it is read again. */
export function useVersion(doc: Y.Doc): number {
  const [versions] = useState(() => ({ of: doc, now: 0 }))
  return useSyncExternalStore(
    useCallback(
      (changed: () => void) => {
        const count = () => {
          versions.now++
          changed()
        }
        doc.on('update', count)
        return () => doc.off('update', count)
      },
      [doc, versions],
    ),
    () => versions.now,
  )
}

interface FollowProps {
  readonly activity: string
  readonly votes: VotesView
  readonly store: VotesStore
}

function Follow({ activity, votes, store }: FollowProps) {
  const { doc } = useDocument(activity, VOTES, { isKept: false })
  const version = useVersion(doc)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again whenever the document has changed
  useLayoutEffect(() => {
    store.setState({
      rounds: votes.rounds,
      told: toldIn(doc, votes),
      likes: votes.likes ? readLikeCounts(doc) : new Map(),
    })
  }, [doc, version, votes, store])
  return null
}

function MyLikes({ stage, person, store }: { stage: Stage<WallView>; person: string; store: VotesStore }) {
  const { activity, write, unsent } = stage
  const { doc } = useDocument(activity.id, likesPage(person), { isKept: false })
  const version = useVersion(doc)
  const unsettled = useUnsettled(unsent)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again whenever the document has changed
  useLayoutEffect(() => {
    const mine = new Set(readLikes(doc))
    for (const edit of unsettled)
      if (edit.type === 'like') {
        if (edit.on) mine.add(edit.note)
        else mine.delete(edit.note)
      }
    store.setState({ mine })
  }, [doc, version, unsettled, store])
  useEffect(() => {
    const like = (note: string, on: boolean) => void write({ type: 'like', note, on } satisfies WallEdit)
    store.setState({ like })
    return () => store.setState({ like: undefined })
  }, [write, store])
  return null
}
