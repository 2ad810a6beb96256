import { useWritten } from '../../kit/place.ts'
import { CheckIn } from './CheckIn.tsx'
import { FreeTalk } from './FreeTalk.tsx'
import { Offer } from './Offer.tsx'
import type { Room } from './room.ts'
import css from './StagePanel.module.css'
import { TurnPanel } from './TurnPanel.tsx'

interface StagePanelProps {
  readonly room: Room
  readonly question: string
}

/** The one thing that happens now. */
export function StagePanel({ room, question }: StagePanelProps) {
  const written = useWritten()
  const { group, turn } = room
  return (
    <>
      {group.stage === 'check-in' ? (
        <CheckIn room={room} />
      ) : group.stage === 'again' ? (
        <Offer room={room} />
      ) : turn !== null ? (
        <TurnPanel room={room} turn={turn} />
      ) : (
        <FreeTalk room={room} />
      )}
      {question.trim() ? (
        <blockquote {...written} className={css['question']}>
          {question}
        </blockquote>
      ) : null}
    </>
  )
}
