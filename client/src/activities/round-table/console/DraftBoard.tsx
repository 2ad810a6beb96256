import type { PersonId, RoomKey } from '@escale/shared'
import type { ConsoleView, RoundTableDraft } from '@escale/shared/activities/round-table'
import { type DragEvent, useState } from 'react'
import { classNames } from '../../../styles/class-names.ts'
import { groupPlace } from '../../kit/groups.ts'
import type { Sending } from '../use-sending.ts'
import css from './Board.module.css'
import { PersonChip } from './PersonChip.tsx'
import { useDeskTexts } from './texts.ts'

interface DraftBoardProps {
  readonly draft: RoundTableDraft
  readonly desk: ConsoleView
  readonly nameOf: (person: PersonId) => string
  readonly send: Sending['send']
}

const numberOf = (key: RoomKey) => Number(key.slice(1)) || 0

/** The proposed groups with everybody in them; people are moved by dragging or by the menu on their name. */
export function DraftBoard({ draft, desk, nameOf, send }: DraftBoardProps) {
  const t = useDeskTexts()
  const [over, setOver] = useState<RoomKey | null>(null)
  const rooms = draft.groups.map((g) => ({ key: g.key, number: numberOf(g.key) }))
  const fresh = `g${Math.max(0, ...rooms.map((r) => r.number)) + 1}`
  const move = (person: PersonId, to: RoomKey | null) => void send({ type: 'move', person, to })
  const chip = (person: PersonId, from: RoomKey | null) => (
    <PersonChip
      key={person}
      person={person}
      name={nameOf(person)}
      from={from}
      rooms={rooms}
      fresh={fresh}
      isAway={desk.away.includes(person)}
      isFacilitator={desk.facilitators.includes(person)}
      isAlone={draft.alone.includes(person)}
      onMove={move}
    />
  )
  const zone = (key: RoomKey | null) => ({
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(key ?? '')
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(null)
      const [person, from] = event.dataTransfer.getData('text/plain').split(' ')
      if (person && from !== (key ?? '-')) move(person, key)
    },
  })
  return (
    <div className={css['board']}>
      <div className={css['groups']}>
        {draft.groups.map((group) => (
          <section
            key={group.key}
            {...groupPlace(group.key)}
            aria-label={t('group', { n: numberOf(group.key) })}
            className={classNames(css['group'], over === group.key && css['over'])}
            {...zone(group.key)}
          >
            <h4>
              {t('group', { n: numberOf(group.key) })} <span>{group.people.length}</span>
            </h4>
            <ul>{group.people.map((person) => chip(person, group.key))}</ul>
          </section>
        ))}
        {desk.unplaced.length === 0 ? null : (
          <section
            aria-label={t('unplaced')}
            className={classNames(css['group'], css['outside'], over === '' && css['over'])}
            {...zone(null)}
          >
            <h4>
              {t('unplaced')} <span>{desk.unplaced.length}</span>
            </h4>
            <p className={css['hint']}>{t('unplaced-text')}</p>
            <ul>{desk.unplaced.map((person) => chip(person, null))}</ul>
          </section>
        )}
      </div>
      <p className={css['hint']}>
        {desk.unplaced.length === 0 ? `${t('unplaced-none')} ` : ''}
        {t('drag-hint')}
      </p>
    </div>
  )
}
