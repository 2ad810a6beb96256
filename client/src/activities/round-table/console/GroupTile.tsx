import { DoorOpen, MessageSquare, Presentation } from 'lucide-react'
import { classNames } from '../../../styles/class-names.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Naming } from '../../../ui/ProperName.tsx'
import { clockFigure } from '../../../ui/time-words.ts'
import { groupPlace } from '../../kit/groups.ts'
import { roughly } from '../durations.ts'
import css from './GroupTile.module.css'
import { PersonChip } from './PersonChip.tsx'
import { TileFlags } from './TileFlags.tsx'
import { TileMenu } from './TileMenu.tsx'
import { TileNotes } from './TileNotes.tsx'
import { useDeskTexts } from './texts.ts'
import type { GroupTileProps } from './tile-props.ts'

/** One group at a glance, and what can be done for it. */
export function GroupTile(props: GroupTileProps) {
  const { tile, isVisited, rooms, nameOf, send, onMessage } = props
  const t = useDeskTexts()
  const { group, turn, isOpen, present, spoken } = tile
  const count = group.seats.length
  const longer = group.endsAt - props.commonEnd
  const doing = !isOpen ? (
    t('tile-back')
  ) : turn ? (
    <Naming name={nameOf(turn.person)}>{(name) => t('tile-speaks', { name })}</Naming>
  ) : (
    t(group.stage === 'again' ? 'tile-again' : group.stage === 'free' ? 'tile-free' : 'tile-check-in')
  )
  const calls = isOpen && group.help !== null && group.help.takenBy === null
  return (
    <li
      {...groupPlace(group.key)}
      className={classNames(
        css['tile'],
        calls && css['calls'],
        !isOpen && css['over'],
        isVisited && isOpen && css['here'],
        props.choice?.isChosen && css['chosen'],
      )}
      aria-label={t('group', { n: group.number })}
    >
      <div className={css['head']}>
        <h4>
          {props.choice && isOpen ? (
            <label className={css['choice']}>
              <input type="checkbox" checked={props.choice.isChosen} onChange={props.choice.onToggle} />
              {t('group', { n: group.number })}
            </label>
          ) : (
            t('group', { n: group.number })
          )}
        </h4>
        <span className={classNames(css['present'], present < count && css['fewer'])}>
          {t('tile-present', { here: present, count })}
        </span>
      </div>
      <p className={css['doing']}>
        <span>{doing}</span>
        {turn && isOpen ? (
          <span translate="no" className={classNames(css['clock'], turn.leftMs <= 0 && css['late'])}>
            {turn.leftMs > 0 ? clockFigure(turn.leftMs) : `+${clockFigure(-turn.leftMs)}`}
          </span>
        ) : null}
      </p>
      <div className={css['progress']} role="img" aria-label={t('tile-spoken', { spoken, count })}>
        {group.seats.map((seat) => (
          <span key={seat.person} className={css[seat.status]} />
        ))}
      </div>
      <TileFlags {...props} />
      {longer > 0 && isOpen ? (
        <p className={css['small']}>{t('tile-until', { time: roughly(longer, t) })}</p>
      ) : null}
      {group.autoFrom !== null && isOpen ? <p className={css['small']}>{t('tile-auto')}</p> : null}
      <details className={css['members']}>
        <summary>{t('tile-members')}</summary>
        <ul>
          {group.seats.map((seat) => (
            <PersonChip
              key={seat.person}
              person={seat.person}
              name={nameOf(seat.person)}
              from={group.key}
              rooms={rooms}
              fresh={null}
              isAway={group.gone.includes(seat.person)}
              isFacilitator={group.facilitators.includes(seat.person)}
              note={t(`status-${seat.status}`)}
              onMove={(person, to) => void send({ type: 'move', person, to })}
            />
          ))}
        </ul>
      </details>
      {isOpen ? null : (
        <>
          <TileNotes activity={props.activity} group={group} />
          <Button
            size="s"
            aria-pressed={props.isShown}
            onClick={() => void send({ type: 'show-page', group: props.isShown ? null : group.key })}
          >
            <Icon of={Presentation} size={1} /> {t(props.isShown ? 'show-page-stop' : 'show-page')}
          </Button>
        </>
      )}
      <div className={css['actions']}>
        {isOpen ? (
          <Button
            size="s"
            aria-pressed={isVisited}
            onClick={() => void send({ type: 'visit', group: isVisited ? null : group.key })}
          >
            <Icon of={DoorOpen} size={1} /> {t(isVisited ? 'tile-leave' : 'tile-visit')}
          </Button>
        ) : null}
        {isOpen && onMessage ? (
          <Button
            size="s"
            square
            variant="quiet"
            aria-label={`${t('tile-message')} ${group.number}`}
            onClick={onMessage}
          >
            <Icon of={MessageSquare} size={1} />
          </Button>
        ) : null}
        <TileMenu {...props} />
      </div>
    </li>
  )
}
