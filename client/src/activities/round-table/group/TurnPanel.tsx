import { classNames } from '../../../styles/class-names.ts'
import { Naming } from '../../../ui/ProperName.tsx'
import { TimeRing } from '../../../ui/TimeRing.tsx'
import { clockFigure, spokenTime } from '../../../ui/time-words.ts'
import { lengthText } from '../durations.ts'
import type { TurnNow } from '../group-now.ts'
import { useRoundTableTexts } from '../texts.ts'
import { MyTurnLine } from './MyTurnLine.tsx'
import type { Room } from './room.ts'
import css from './StagePanel.module.css'
import { TurnActions } from './TurnActions.tsx'

interface TurnPanelProps {
  readonly room: Room
  readonly turn: TurnNow
}

/** Somebody speaks: who, how long, who is next, and what I can do. */
export function TurnPanel({ room, turn }: TurnPanelProps) {
  const t = useRoundTableTexts()
  const { place, name, next, group, sure, paused } = room
  const isMine = place?.speaks ?? false
  const isOver = turn.leftMs <= 0
  const speaker = name(turn.person)
  const said = (what: 'speaks' | 'over-other' | 'speaker-away' | 'next', whose = speaker) => (
    <Naming name={whose}>{(shown) => t(what, { name: shown })}</Naming>
  )
  const soon = turn.leftMs <= 15_000
  const spoken = spokenTime(Math.abs(turn.leftMs), t)
  return (
    <div className={classNames(css['panel'], isMine && css['mine'])}>
      <div className={css['head']}>
        <TimeRing
          size="l"
          fraction={sure ? Math.max(0, turn.leftMs) / turn.totalMs : null}
          tone={paused ? 'paused' : isOver ? 'over' : soon ? 'soon' : 'calm'}
          label={isOver ? t('turn-over') : t('turn-left', { time: spoken })}
        >
          {sure ? (isOver ? `+${clockFigure(-turn.leftMs)}` : clockFigure(turn.leftMs)) : '…'}
        </TimeRing>
        <div className={css['words']}>
          <h2>{isMine ? t('you-speak') : said('speaks')}</h2>
          {isOver ? (
            <>
              <p className={css['over']}>{isMine ? t('over-you') : said('over-other')}</p>
              <p className={css['soft']}>{t('overrun', { time: lengthText(-turn.leftMs, t) })}</p>
            </>
          ) : (
            <p className={css['soft']}>{t(isMine ? 'you-speak-hint' : 'listen')}</p>
          )}
          {group.gone.includes(turn.person) ? <p>{said('speaker-away')}</p> : null}
          <p>
            {next[0] === undefined
              ? t('next-free')
              : next[0].person === room.me
                ? t('next-you')
                : said('next', name(next[0].person))}
          </p>
        </div>
      </div>
      <MyTurnLine room={room} />
      <TurnActions room={room} turn={turn} />
    </div>
  )
}
