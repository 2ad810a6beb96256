import type { PersonLine } from '@escale/shared'
import { useGroups } from '../../activities/kit/groups.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Naming } from '../../ui/ProperName.tsx'
import { useDo } from '../live/feedback.ts'
import { usePeopleTexts } from '../texts/people.ts'
import css from './MoveDialog.module.css'
import { shownName } from './person-name.ts'

interface MoveDialogProps {
  /** undefined: closed. */
  readonly person: PersonLine | undefined
  readonly onClose: () => void
}

/** To which group: one press moves, and what is told of it takes it back. */
export function MoveDialog({ person, onClose }: MoveDialogProps) {
  const t = usePeopleTexts()
  const run = useDo()
  const groups = useGroups()
  // The groups came back, or the person left, meanwhile: there is nothing left to decide.
  if (person === undefined || groups === null) return null
  const name = shownName(person, t)
  const now = groups.roomOf(person.id)
  const move = (room: string, n: number) => {
    onClose()
    const action = groups.moveOf(person.id, room)
    void run({ type: 'act', activity: groups.activity, action }, t('movedNote', { name, n }))
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={<Naming name={name}>{(shown) => t('moveAsk', { name: shown })}</Naming>}
    >
      <ul className={css['rooms']}>
        {groups.rooms.map(({ key, number, people }) => (
          <li key={key}>
            <Button
              className={css['room']}
              aria-current={key === now || undefined}
              disabled={key === now}
              onClick={() => move(key, number)}
            >
              <span>{t('group', { n: number })}</span>
              <small>{key === now ? t('moveIsHere') : t('roomCount', { count: people })}</small>
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
