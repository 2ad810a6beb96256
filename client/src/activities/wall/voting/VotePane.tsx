import type { Round, WallView } from '@escale/shared/activities/wall'
import type { Stage } from '../../kit/views.ts'
import type { Wall } from '../use-wall.ts'
import { BallotList } from './BallotList.tsx'
import { usePaneTexts } from './pane-texts.ts'
import { Results } from './Results.tsx'
import { TimeLeft } from './TimeLeft.tsx'
import css from './VotePane.module.css'
import type { Told } from './votes-store.ts'

interface VotePaneProps {
  readonly stage: Stage<WallView>
  readonly wall: Wall
  readonly round: Round
  readonly told: Told | undefined
  readonly mayVote: boolean
  readonly isOver: boolean
}

/** For a participant: one's dots while the vote is open, then what came of it. */
export function VotePane({ stage, wall, round, told, mayVote, isOver }: VotePaneProps) {
  const t = usePaneTexts()
  const { settings } = round
  if (isOver)
    return (
      <section className={css['pane']} aria-label={t('result')}>
        <h2 className={css['title']}>{t('result')}</h2>
        <Results round={round} wall={wall} told={told} nameOf={stage.nameOf} signature={wall.signature} />
      </section>
    )
  return (
    <section className={css['pane']} aria-label={t('vote')}>
      <div className={css['head']}>
        <div>
          <h2 className={css['title']}>{t('budget', { count: settings.dots })}</h2>
          <p className={css['rules']}>
            {settings.dots > 1 ? t(settings.several ? 'several-yes' : 'several-no') : ''}{' '}
            {settings.stacks ? t('stacks-yes') : ''} {settings.own ? '' : t('own-no')}{' '}
            {t(settings.live ? 'live-yes' : 'live-no')}
          </p>
          <p className={css['secrecy']}>{t(settings.secret ? 'secret' : 'named')}</p>
        </div>
        <TimeLeft activity={stage.activity} round={round} />
      </div>
      {mayVote && stage.me.id !== null ? (
        <BallotList stage={stage} wall={wall} round={round} person={stage.me.id} told={told} />
      ) : null}
    </section>
  )
}
