import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { KindName } from '../../activities/KindName.tsx'
import { KindSurface } from '../../activities/KindSurface.tsx'
import { useIsGestureClaimed } from '../../activities/kit/main-gesture.ts'
import { useWritten } from '../../activities/kit/place.ts'
import { useStage } from '../../stores/stage.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { KindIcon } from '../KindIcon.tsx'
import { useConsole } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import { titleOr } from './moves.ts'
import css from './NowPanel.module.css'
import { PrivateNote } from './PrivateNote.tsx'
import { RoomView } from './RoomView.tsx'

/** Longer instructions are folded at first: what the facilitator must press stays above the fold. */
const OPEN_UP_TO_CHARS = 220

/** What runs: its instructions, the facilitator's own note, and what the kind gives to see and do. */
export function NowPanel() {
  const written = useWritten()
  const t = useLiveTexts()
  const activity = useConsole((c) => c.activity)
  const note = useConsole((c) => c.plan.workshop.plan.find((a) => a.id === c.plan.current)?.privateNote ?? '')
  const stage = useStage()
  const isClaimed = useIsGestureClaimed()
  const [isRoomShown, showRoom] = useState(false)
  if (activity === null || stage === null) return null
  return (
    <article className={css['now']} aria-labelledby="now-title">
      <header className={css['head']}>
        <span className={css['kind']}>
          <KindIcon kind={activity.kind} />
          <KindName kind={activity.kind} />
        </span>
        <Button size="s" variant="quiet" aria-expanded={isRoomShown} onClick={() => showRoom(!isRoomShown)}>
          <Icon of={isRoomShown ? EyeOff : Eye} />
          {t(isRoomShown ? 'hideRoomView' : 'roomView')}
        </Button>
        <h2 id="now-title" {...written} className={css['title']}>
          {titleOr(activity.title, t('untitled'))}
        </h2>
      </header>
      {isRoomShown ? <RoomView /> : null}
      <PrivateNote text={note} />
      {activity.instructions.trim() ? (
        <details
          key={`${activity.id} ${isClaimed}`}
          className={css['instructions']}
          open={!isClaimed && activity.instructions.length <= OPEN_UP_TO_CHARS}
        >
          <summary>{t('instructions')}</summary>
          <Markdown text={activity.instructions} topLevel={3} />
        </details>
      ) : null}
      <KindSurface surface="Console" stage={stage} />
    </article>
  )
}
