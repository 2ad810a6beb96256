import { Button } from '../../../ui/Button.tsx'
import type { TurnNow } from '../group-now.ts'
import { useRoundTableTexts } from '../texts.ts'
import { ComeBack } from './ComeBack.tsx'
import type { Room } from './room.ts'
import css from './StagePanel.module.css'

interface TurnActionsProps {
  readonly room: Room
  readonly turn: TurnNow
}

/** What the speaker can do, and what the others can do for the group. */
export function TurnActions({ room, turn }: TurnActionsProps) {
  const t = useRoundTableTexts()
  const { place, group, next, name, send } = room
  const key = group.key
  const speaker = turn.person
  const isMine = place?.speaks ?? false
  // Whoever cannot press a button is helped by the others; a visiting facilitator helps everybody.
  const mayActFor = isMine || place === null || group.withoutDevice.includes(speaker)
  const isOver = turn.leftMs <= 0
  const follower = next[0]
  return (
    <div className={css['actions']}>
      {mayActFor ? (
        <Button
          variant="primary"
          size="l"
          className={css['wide']}
          onClick={() => void send({ type: 'done', group: key, speaker })}
        >
          {isMine ? t('done') : t('done-for', { name: name(speaker) })}
        </Button>
      ) : isOver ? (
        <Button
          size="l"
          className={css['wide']}
          onClick={() => void send({ type: 'done', group: key, speaker })}
        >
          {follower ? t('hand-over', { name: name(follower.person) }) : t('hand-over-free')}
        </Button>
      ) : null}
      <Button size={isMine ? 'm' : 's'} onClick={() => void send({ type: 'more', group: key, speaker })}>
        {isMine ? t('more') : t('more-for', { name: name(speaker) })}
      </Button>
      {mayActFor ? (
        <Button variant="quiet" onClick={() => void send({ type: 'pass', group: key, person: speaker })}>
          {isMine ? t('pass') : t('pass-for', { name: name(speaker) })}
        </Button>
      ) : null}
      {place !== null && !isMine && place.rank !== null ? (
        <Button
          size="s"
          variant="quiet"
          onClick={() => void send({ type: 'pass', group: key, person: place.seat.person })}
        >
          {t('pass')}
        </Button>
      ) : null}
      {!isMine && turn.maySkip && !isOver ? (
        <Button size="s" variant="quiet" onClick={() => void send({ type: 'skip', group: key, speaker })}>
          {t('skip', { name: name(speaker) })}
        </Button>
      ) : null}
      <ComeBack room={room} />
    </div>
  )
}
