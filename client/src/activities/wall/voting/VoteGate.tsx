import { drives } from '@escale/shared'
import { lastRound, type WallView } from '@escale/shared/activities/wall'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTold } from '../../../a11y/use-told.ts'
import { Button } from '../../../ui/Button.tsx'
import { useMoment } from '../../kit/moment.ts'
import type { Stage } from '../../kit/views.ts'
import type { Wall } from '../use-wall.ts'
import { loadVotePane } from './load-pane.ts'
import { useVotingTexts } from './texts.ts'
import css from './VoteGate.module.css'
import { isRoundOver, useVotes } from './votes-store.ts'

const BegunNote = lazy(async () => ({ default: (await import('../BegunNote.tsx')).BegunNote }))
const VotePane = lazy(async () => ({ default: (await loadVotePane()).VotePane }))

interface VoteGateProps {
  readonly stage: Stage<WallView>
  readonly wall: Wall
  /** The wall, where there is no vote. */
  readonly children: ReactNode
}

/** While there is a vote, or its result is shown, it stands before the wall, to which one may go back at any time. */
export function VoteGate({ stage, wall, children }: VoteGateProps) {
  const t = useVotingTexts()
  const { votes, hidden } = stage.view
  const round = lastRound(votes)
  const told = useVotes((known) => (round ? known.told.get(round.id) : undefined))
  const { elapsed } = useMoment(stage.activity)
  const [asideOf, setAsideOf] = useState('')
  const isOver = round === undefined || isRoundOver(round, told, elapsed)
  const hasFront = round !== undefined && !hidden && (!isOver || votes.shown)
  const key = `${round?.id}/${isOver}`
  const isAside = asideOf === key
  useTold(key, hasFront ? t(isOver ? 'over-said' : 'open-said') : '')
  const mayVote = !isOver && stage.me.id !== null && !drives(stage.me.role)
  return (
    <>
      {hasFront ? (
        <Button className={css['turn']} onClick={() => setAsideOf(isAside ? '' : key)}>
          {t(isAside ? (isOver ? 'to-result' : 'to-vote') : 'to-wall')}
        </Button>
      ) : null}
      {/* Kept alive: what somebody is writing there stays. */}
      <div className={css['wall']} hidden={hasFront && !isAside}>
        {children}
      </div>
      {hasFront && !isAside ? (
        <Suspense fallback={null}>
          {/* What somebody was writing when the vote came before it. */}
          <BegunNote activity={stage.activity.id} wall={wall} />
          <VotePane stage={stage} wall={wall} round={round} told={told} mayVote={mayVote} isOver={isOver} />
        </Suspense>
      ) : null}
    </>
  )
}
