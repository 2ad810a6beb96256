import type { Round, WallAction, WallView } from '@escale/shared/activities/wall'
import { type CSSProperties, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { Stage } from '../../kit/views.ts'
import type { Wall } from '../use-wall.ts'
import { BallotList } from './BallotList.tsx'
import { useVoteHostTexts } from './host-texts.ts'
import { Results } from './Results.tsx'
import { TimeLeft } from './TimeLeft.tsx'
import css from './VotePanel.module.css'
import type { Told } from './votes-store.ts'

const MINUTE_MS = 60_000

export interface VoteProps {
  readonly stage: Stage<WallView>
  readonly wall: Wall
  readonly round: Round
  readonly told: Told | undefined
  /** Resolves with false when it was refused. */
  readonly send: (action: WallAction) => Promise<boolean>
}

/** A vote that runs: how many have voted, how long they have, and how to end it. */
export function RunningVote({ stage, wall, round, told, send }: VoteProps) {
  const t = useVoteHostTexts()
  const { votes } = stage.view
  const [asking, setAsking] = useState<'close' | 'abandon' | null>(null)
  const voted = told?.voted ?? 0
  const voters = Math.max(voted, votes.voters)
  const close = () => void send({ type: 'vote-close', round: round.id })
  return (
    <>
      <div className={css['numbers']}>
        <span className={css['count']} role="status">
          {t('voted-of', { voted, voters })}
        </span>
        <TimeLeft activity={stage.activity} round={round} />
      </div>
      <div
        className={css['meter']}
        aria-hidden="true"
        style={{ '--share': voters === 0 ? 0 : voted / voters } as CSSProperties}
      >
        <span />
      </div>
      <div className={css['actions']}>
        <Button variant="primary" onClick={() => (round.settings.secret ? setAsking('close') : close())}>
          {t('close')}
        </Button>
        {round.until === null ? null : (
          <Button onClick={() => void send({ type: 'vote-extend', round: round.id, ms: MINUTE_MS })}>
            {t('minute')}
          </Button>
        )}
        <Button onClick={() => void send({ type: 'vote-show', on: !votes.shown })}>
          {t(votes.shown ? 'show-wall' : 'show-vote')}
        </Button>
        <Button variant="quiet" onClick={() => setAsking('abandon')}>
          {t('abandon')}
        </Button>
      </div>
      {round.settings.live ? (
        <div className={css['result']}>
          <Results round={round} wall={wall} told={told} nameOf={stage.nameOf} signature={wall.signature} />
        </div>
      ) : null}
      <ForOther stage={stage} wall={wall} round={round} told={told} />
      {asking === null ? null : (
        <Dialog
          open
          title={t(`${asking}-title`)}
          onClose={() => setAsking(null)}
          footer={
            <>
              <Button
                variant={asking === 'close' ? 'primary' : 'danger'}
                onClick={() => {
                  setAsking(null)
                  if (asking === 'close') close()
                  else void send({ type: 'vote-cancel', round: round.id })
                }}
              >
                {t(`${asking}-go`)}
              </Button>
              <Button variant="quiet" onClick={() => setAsking(null)}>
                {t('cancel')}
              </Button>
            </>
          }
        >
          <p>{t(`${asking}-text`)}</p>
        </Dialog>
      )}
    </>
  )
}

/** Somebody in the room without a device says what they choose, and the facilitator fills it in. */
function ForOther({ stage, wall, round, told }: Omit<VoteProps, 'send'>) {
  const t = useVoteHostTexts()
  const people = stage.view.votes.withoutDevice
  const [person, setPerson] = useState('')
  if (people.length === 0) return null
  return (
    <details className={css['details']}>
      <summary>{t('for-other')}</summary>
      <p className={css['soft']}>{t('for-other-hint')}</p>
      <Select
        label={t('for-whom')}
        translate="no"
        value={person}
        options={[
          { value: '', label: t('nobody') },
          ...people.map((one) => ({ value: one, label: stage.nameOf(one) })),
        ]}
        onChange={setPerson}
      />
      {people.includes(person) ? (
        <BallotList
          key={person}
          stage={stage}
          wall={wall}
          round={round}
          person={person}
          told={told}
          forOther
        />
      ) : null}
    </details>
  )
}
