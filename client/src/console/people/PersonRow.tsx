import { drives, type PersonLine } from '@escale/shared'
import { Ellipsis } from 'lucide-react'
import { memo } from 'react'
import { classNames } from '../../styles/class-names.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { usePeopleTexts } from '../texts/people.ts'
import css from './PersonRow.module.css'
import type { PersonDeed } from './person-deeds.tsx'
import { shownName } from './person-name.ts'

interface PersonRowProps {
  readonly person: PersonLine
  readonly isMe: boolean
  readonly onManage: (id: string) => void
  /** What else can be done from here; none: the row is all there is. */
  readonly deeds: (person: PersonLine) => readonly PersonDeed[]
}

interface PersonChoiceProps {
  readonly person: PersonLine
  readonly isChosen: boolean
  readonly onToggle: (id: string) => void
}

/** The same person, to be chosen among many. */
export const PersonChoice = memo(function PersonChoice({ person, isChosen, onToggle }: PersonChoiceProps) {
  const t = usePeopleTexts()
  return (
    <li className={css['row']}>
      <label className={css['person']}>
        <input type="checkbox" checked={isChosen} onChange={() => onToggle(person.id)} />
        <span className={classNames(css['words'], css['name'])}>{shownName(person, t)}</span>
      </label>
    </li>
  )
})

/** One person. Memoised on the line itself, which stays the same object until something about the person changes. */
export const PersonRow = memo(function PersonRow({ person, isMe, onManage, deeds }: PersonRowProps) {
  const t = usePeopleTexts()
  const name = shownName(person, t)
  const items = deeds(person)
  const labels = [person.organisation, person.territory].filter(Boolean).join(' · ')
  const notes = [
    isMe ? t('you') : '',
    person.role === 'facilitator' || person.role === 'cofacilitator' ? t(person.role) : '',
    person.removed ? t('isRemoved') : person.away ? t('isAway') : '',
    person.hasDevice ? '' : t('noDevice'),
  ].filter(Boolean)
  return (
    <li
      className={classNames(
        css['row'],
        items.length > 0 && css['with-deeds'],
        (person.away || person.removed) && css['gone'],
      )}
    >
      <button type="button" className={css['person']} onClick={() => onManage(person.id)}>
        <span
          aria-hidden="true"
          className={classNames(css['dot'], person.away && css['away'], drives(person.role) && css['driver'])}
        />
        <span className={css['words']}>
          <span translate="no" className={css['name']}>
            {name}
          </span>
          {labels || notes.length > 0 ? (
            <span className={css['meta']}>
              <span>{notes.join(' · ')}</span>
              {notes.length > 0 && labels ? ' · ' : ''}
              <span translate="no">{labels}</span>
            </span>
          ) : null}
        </span>
        <VisuallyHidden>{t('manage', { name })}</VisuallyHidden>
        {items.length > 0 ? null : <Icon of={Ellipsis} className={css['more']} />}
      </button>
      {items.length > 0 ? (
        <Menu size="s" square label={t('deeds', { name })} items={items}>
          <Icon of={Ellipsis} />
        </Menu>
      ) : null}
    </li>
  )
})
