import { Button } from '../../../ui/Button.tsx'
import { useRoundTableTexts } from '../texts.ts'
import type { Room } from './room.ts'

/** For whoever passed once or was skipped: the turn is still theirs to take. */
export function ComeBack({ room }: { readonly room: Room }) {
  const t = useRoundTableTexts()
  const { place, group, turn, send } = room
  if (place === null) return null
  const { person, status, passes } = place.seat
  if (status !== 'absent' && !(status === 'passed' && passes < 2)) return null
  return (
    <Button onClick={() => void send({ type: 'come-back', group: group.key, person })}>
      {t(turn === null ? 'come-back' : 'come-back-queue')}
    </Button>
  )
}
