import type { WallContent } from '@escale/shared'
import { choicesOf, lastRound, type Round, ranked, type WallView } from '@escale/shared/activities/wall'
import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { classNames } from '../../../styles/class-names.ts'
import { useMoment } from '../../kit/moment.ts'
import type { Stage } from '../../kit/views.ts'
import card from '../NoteCard.module.css'
import { useWall } from '../use-wall.ts'
import { ChoiceText } from './ChoiceText.tsx'
import { useVoteHostTexts } from './host-texts.ts'
import { usePaneTexts } from './pane-texts.ts'
import { TimeLeft } from './TimeLeft.tsx'
import css from './VoteStage.module.css'
import { isRoundOver, type Told, useVotes } from './votes-store.ts'

/** As many bars as can be read from five metres. */
const BARS_MAX = 8
/** A longer note is told in its beginning here; the whole of it stands on the wall and in the list. */
const LONG_CHARS = 140

/** What a room sees of a vote; `null` where the wall is to be seen. */
export function useStagedRound({ view }: Stage<WallView>): Round | null {
  const round = lastRound(view.votes)
  return round !== undefined && view.votes.shown && !view.hidden ? round : null
}

export function VoteStage({ stage, round }: { readonly stage: Stage<WallView>; readonly round: Round }) {
  const t = useVoteHostTexts()
  const p = usePaneTexts()
  const told = useVotes((known) => known.told.get(round.id))
  const wall = useWall(stage, '')
  const { elapsed } = useMoment(stage.activity)
  const isOver = isRoundOver(round, told, elapsed)
  const voted = told?.voted ?? 0
  if (isOver)
    return (
      <section className={css['stage']} aria-label={t('screen-result')}>
        <h2 className={css['title']}>
          {t('screen-result')} <span className={css['soft']}>{p('voted', { count: voted })}</span>
        </h2>
        <Bars round={round} wall={wall} told={told} />
      </section>
    )
  return (
    <section
      className={css['stage']}
      aria-label={t('screen-title')}
      data-calm={!round.settings.live || undefined}
    >
      <div className={css['numbers']}>
        <h2 className={css['title']}>{t('screen-title')}</h2>
        <p className={css['count']} role="status">
          <strong>
            {voted}
            <span className={css['of']}>/{Math.max(voted, stage.view.votes.voters)}</span>
          </strong>{' '}
          {t('screen-voted', { count: voted })}
        </p>
        <TimeLeft activity={stage.activity} round={round} size="l" />
      </div>
      {round.settings.live ? <Bars round={round} wall={wall} told={told} /> : null}
    </section>
  )
}

/** How many entries fit into a list that cannot be scrolled: begun with the most, one less until nothing is cut. */
function useFitting(list: RefObject<HTMLElement | null>, key: string): number {
  const [fit, setFit] = useState({ key, most: BARS_MAX })
  const now = fit.key === key ? fit.most : BARS_MAX
  useLayoutEffect(() => {
    const element = list.current
    if (element && now > 1 && element.scrollHeight > element.clientHeight + 1) setFit({ key, most: now - 1 })
  })
  useEffect(() => {
    const again = () => setFit({ key: '', most: BARS_MAX })
    window.addEventListener('resize', again)
    return () => window.removeEventListener('resize', again)
  }, [])
  return now
}

interface BarsProps {
  readonly round: Round
  readonly wall: WallContent
  readonly told: Told | undefined
}

function Bars({ round, wall, told }: BarsProps) {
  const t = useVoteHostTexts()
  const p = usePaneTexts()
  const list = useRef<HTMLOListElement>(null)
  const most = useFitting(list, [...(told?.totals ?? [])].join())
  if (told === undefined || told.totals === null) return <p className={css['soft']}>{p('counting')}</p>
  const all = ranked(choicesOf(wall, round.settings), told.totals)
  const top = all[0]?.dots ?? 1
  const more = all.length - most
  if (all.length === 0) return <p className={css['soft']}>{p('no-votes')}</p>
  return (
    <>
      <ol ref={list} className={css['bars']} data-few={all.length <= 5 || undefined}>
        {all.slice(0, most).map(({ choice, dots, rank, tied }) => (
          <li key={choice.id} className={css['entry']}>
            <span className={css['rank']}>
              {p('rank', { count: rank })}
              {tied ? <span className={css['tied']}>{p('tied')}</span> : null}
            </span>
            <div className={css['track']}>
              <span className={css['text']}>
                <ChoiceText choice={choice} most={LONG_CHARS} />
              </span>
              <span
                className={classNames(css['bar'], card[`paper${choice.notes[0]?.colour ?? 0}`])}
                aria-hidden="true"
                style={{ '--share': dots / top } as CSSProperties}
              />
            </div>
            <span className={css['dots']}>{dots}</span>
          </li>
        ))}
      </ol>
      {more > 0 ? <p className={css['soft']}>{t('screen-more', { count: more })}</p> : null}
    </>
  )
}
