import type { RoundTableView } from '@escale/shared/activities/round-table'
import { announce } from '../../../ui/announce.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { useChime } from '../../kit/chime.ts'
import type { MomentNow } from '../../kit/moment.ts'
import type { Stage } from '../../kit/views.ts'
import { type GroupNow, myPlace } from '../group-now.ts'
import { useRoundTableTexts } from '../texts.ts'
import { useOnChange } from '../use-changes.ts'
import { useSending } from '../use-sending.ts'
import { Footing } from './Footing.tsx'
import { GroupNotes } from './GroupNotes.tsx'
import css from './GroupRoom.module.css'
import { OrderList } from './OrderList.tsx'
import type { Room } from './room.ts'
import { StagePanel } from './StagePanel.tsx'
import { TopLine } from './TopLine.tsx'

/** The last minute is said, and heard, ms. */
const SOON_MS = 60_000

interface GroupRoomProps {
  readonly stage: Stage<RoundTableView>
  readonly now: GroupNow
  readonly moment: MomentNow
  readonly onWriting?: (writing: boolean) => void
}

/** A group at work: who speaks, what I can do, what we write. The same for its members and for a facilitator who visits. */
export function GroupRoom({ stage, now, moment, onWriting }: GroupRoomProps) {
  const t = useRoundTableTexts()
  const { me, nameOf: name } = stage
  const sending = useSending(stage.act)
  const chime = useChime()
  const place = myPlace(now, me.id)
  const room: Room = {
    ...now,
    place,
    me: me.id,
    name,
    send: sending.send,
    sure: moment.sure,
    paused: moment.paused,
  }
  const { turn, group } = now

  useOnChange(`${group.stage}/${turn?.person ?? ''}/${turn?.startedAt ?? ''}`, () => {
    if (turn !== null)
      announce(turn.person === me.id ? t('say-your-turn') : t('say-turn', { name: name(turn.person) }))
    else if (group.stage === 'free') announce(t('say-free'))
    else if (group.stage === 'again') announce(t('say-again'))
  })
  useOnChange(turn !== null && turn.leftMs <= 0 ? turn.startedAt : -1, (over) => {
    if (over < 0) return
    chime.play()
    announce(t('say-over'))
  })

  // The end is near, or a facilitator calls everybody back: heard also by who looks elsewhere.
  useOnChange(now.isOpen && now.leftMs <= SOON_MS, (soon) => {
    if (soon) chime.play()
  })

  return (
    <section className={css['room']} aria-label={t('group', { n: group.number })}>
      {now.isOpen ? <TopLine room={room} /> : null}
      {sending.trouble ? (
        <Notice tone="warning" onDismiss={sending.dismiss}>
          {sending.trouble}
        </Notice>
      ) : null}
      {now.isOpen ? null : (
        <Notice tone="warning" title={t('returning-title')} role="status">
          {t('returning-text')}
        </Notice>
      )}
      <div className={css['columns']}>
        {now.isOpen ? (
          <div className={css['speech']}>
            <StagePanel room={room} question={stage.view.question} />
            {group.stage === 'check-in' ? null : <OrderList room={room} />}
          </div>
        ) : null}
        <div className={css['writing']}>
          {group.pages.map((page, i) => (
            <GroupNotes
              key={page}
              activity={stage.activity.id}
              page={page}
              label={i === 0 ? t('notes') : t('notes-other', { n: i + 1 })}
              {...(onWriting ? { onWriting } : {})}
            />
          ))}
        </div>
      </div>
      {now.isOpen ? <Footing room={room} chime={chime} /> : null}
    </section>
  )
}
