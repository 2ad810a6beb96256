import type { PersonId, RoomKey } from '@escale/shared'
import { classNames } from '../../../styles/class-names.ts'
import { Menu, type MenuItem } from '../../../ui/Menu.tsx'
import css from './Board.module.css'
import { useDeskTexts } from './texts.ts'

interface PersonChipProps {
  readonly person: PersonId
  readonly name: string
  /** null: in no group. */
  readonly from: RoomKey | null
  readonly rooms: readonly { readonly key: RoomKey; readonly number: number }[]
  /** The key of one more group; null: none may be added. */
  readonly fresh: RoomKey | null
  readonly isAway?: boolean
  readonly isFacilitator?: boolean
  readonly isAlone?: boolean
  /** Beside the name. */
  readonly note?: string
  readonly onMove: (person: PersonId, to: RoomKey | null) => void
}

/** A person who can be dragged elsewhere, or sent there from the menu on their name. */
export function PersonChip(props: PersonChipProps) {
  const { person, name, from, rooms, fresh, onMove, note } = props
  const t = useDeskTexts()
  const to = (key: RoomKey | null, label: string): MenuItem => ({
    key: key ?? 'out',
    label,
    onSelect: () => onMove(person, key),
  })
  const items = [
    ...rooms.filter((r) => r.key !== from).map((r) => to(r.key, t('move-to', { n: r.number }))),
    ...(fresh === null ? [] : [to(fresh, t('move-new'))]),
    ...(from === null ? [] : [to(null, t('move-out'))]),
  ]
  const notes = [
    props.isFacilitator ? t('role-facilitator') : '',
    props.isAway ? t('away') : '',
    note ?? '',
  ].filter(Boolean)
  return (
    <li
      className={classNames(css['chip'], props.isAway && css['away'])}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', `${person} ${from ?? '-'}`)
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <Menu size="s" align="start" label={[t('move', { name }), ...notes].join(', ')} items={items}>
        <span translate="no" className={css['name']}>
          {name}
        </span>
        {notes.length > 0 ? <span className={css['note']}>{notes.join(' · ')}</span> : null}
        {props.isAlone ? <span className={css['dot']} title={t('alone-mark')} /> : null}
      </Menu>
    </li>
  )
}
