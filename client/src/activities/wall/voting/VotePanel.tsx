import type { Refusal } from '@escale/shared'
import { isOpen, lastRound, type WallAction, type WallView } from '@escale/shared/activities/wall'
import { Vote } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { useMoment } from '../../kit/moment.ts'
import { RefusalNotice } from '../../kit/RefusalNotice.tsx'
import type { Stage } from '../../kit/views.ts'
import type { Wall } from '../use-wall.ts'
import { useVoteHostTexts } from './host-texts.ts'
import { OverVote } from './OverVote.tsx'
import { RunningVote } from './RunningVote.tsx'
import { StartVote } from './StartVote.tsx'
import css from './VotePanel.module.css'
import { isRoundOver, useVotes } from './votes-store.ts'

interface VotePanelProps {
  readonly stage: Stage<WallView>
  readonly wall: Wall
}

/** Everything that a facilitator does with votes: starting one, seeing it run, closing it, reading what came of it. */
export function VotePanel({ stage, wall }: VotePanelProps) {
  const t = useVoteHostTexts()
  const id = useId()
  const { votes, hidden } = stage.view
  const round = lastRound(votes)
  const told = useVotes((known) => (round ? known.told.get(round.id) : undefined))
  const { elapsed } = useMoment(stage.activity)
  const [starting, setStarting] = useState<'all' | 'first' | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const send = async (action: WallAction): Promise<boolean> => {
    const done = await stage.act(action)
    setRefusal(done.ok ? null : done.refusal)
    return done.ok
  }
  if (hidden) return null
  const isOver = round !== undefined && isRoundOver(round, told, elapsed)
  const isRunning = round !== undefined && !isOver
  const start = (
    <Button size="s" onClick={() => setStarting('all')}>
      <Icon of={Vote} /> {t(isOver ? 'again' : 'start')}
    </Button>
  )
  return (
    <>
      {round === undefined ? (
        start
      ) : (
        <section className={css['panel']} aria-labelledby={id}>
          <div className={css['head']}>
            <h3 id={id} className={css['title']}>
              {t(isRunning ? 'running' : 'over')}
            </h3>
            {isRunning ? null : (
              <div className={css['actions']}>
                {(told?.totals?.size ?? 0) > 1 ? (
                  <Button size="s" onClick={() => setStarting('first')}>
                    {t('second')}
                  </Button>
                ) : null}
                {start}
              </div>
            )}
          </div>
          {isRunning ? (
            <RunningVote stage={stage} wall={wall} round={round} told={told} send={send} />
          ) : (
            <OverVote stage={stage} wall={wall} round={round} told={told} send={send} />
          )}
        </section>
      )}
      <RefusalNotice refusal={refusal} />
      {starting === null ? null : (
        <StartVote
          view={stage.view}
          wall={wall}
          totals={isOver ? (told?.totals ?? null) : null}
          from={starting}
          onStart={async (action) => {
            // Counted for good although nobody closed it, as at the end of a session that was opened again.
            if (round !== undefined && isOpen(round, elapsed))
              await stage.act({ type: 'vote-close', round: round.id })
            if (await send(action)) setStarting(null)
          }}
          onClose={() => setStarting(null)}
        />
      )}
    </>
  )
}

interface LikesSwitchProps {
  readonly view: Pick<WallView, 'votes'>
  readonly send: (action: WallAction) => void
}

/** Whether people may like notes: apart from votes, which come and go. */
export function LikesSwitch({ view: { votes }, send }: LikesSwitchProps) {
  const t = useVoteHostTexts()
  return (
    <Switch
      label={t('likes')}
      hint={t('likes-hint')}
      checked={votes.likes}
      onChange={(on) => send({ type: 'likes', on })}
    />
  )
}
