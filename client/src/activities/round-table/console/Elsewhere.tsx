import type { PersonId, RoomKey } from '@escale/shared'
import type { ConsoleView } from '@escale/shared/activities/round-table'
import type { Sending } from '../use-sending.ts'
import css from './Board.module.css'
import { PersonChip } from './PersonChip.tsx'
import { useDeskTexts } from './texts.ts'

interface ElsewhereProps {
  readonly desk: ConsoleView
  readonly rooms: readonly { readonly key: RoomKey; readonly number: number }[]
  readonly nameOf: (person: PersonId) => string
  readonly send: Sending['send']
}

/** Who is in no group while the groups meet, to be given a place. */
export function Elsewhere({ desk, rooms, nameOf, send }: ElsewhereProps) {
  const t = useDeskTexts()
  if (desk.unplaced.length === 0 || rooms.length === 0) return null
  return (
    <section className={css['board']} aria-labelledby="unplaced-title">
      <h4 id="unplaced-title">{t('unplaced')}</h4>
      <ul className={css['row']}>
        {desk.unplaced.map((person) => (
          <PersonChip
            key={person}
            person={person}
            name={nameOf(person)}
            from={null}
            rooms={rooms}
            fresh={null}
            isAway={desk.away.includes(person)}
            onMove={(who, to) => void send({ type: 'move', person: who, to })}
          />
        ))}
      </ul>
    </section>
  )
}
