import { drives, isIn, type MessageTo, type PersonLine, PLENARY, roomNumber } from '@escale/shared'
import { ArrowRightLeft, Mail, Megaphone, Users } from 'lucide-react'
import { type ReactNode, useCallback } from 'react'
import { useGroups } from '../../activities/kit/groups.ts'
import { Icon } from '../../ui/Icon.tsx'
import { usePeopleTexts } from '../texts/people.ts'
import { shownName } from './person-name.ts'

/** What can be done for a person where they are. */
export interface PersonDeed {
  readonly key: string
  readonly label: string
  readonly icon: ReactNode
  readonly onSelect: () => void
}

interface Ways {
  readonly onSee: (room: string) => void
  readonly onMove: (person: string) => void
  readonly onMessage: (to: MessageTo) => void
}

/** From a person who was found: to their group, to another group, a word to them alone or with those who are with them. All `Ways` are stable. */
export function usePersonDeeds({ onSee, onMove, onMessage }: Ways): (person: PersonLine) => PersonDeed[] {
  const t = usePeopleTexts()
  const groups = useGroups()
  return useCallback(
    (person) => {
      if (person.removed) return []
      const room = groups?.roomOf(person.id)
      const deeds: PersonDeed[] = []
      if (room !== undefined)
        deeds.push({
          key: 'see',
          label: t('seeGroup', { n: roomNumber(room) ?? '' }),
          icon: <Icon of={Users} />,
          onSelect: () => onSee(room),
        })
      if (groups && !(drives(person.role) && room === undefined))
        deeds.push({
          key: 'move',
          label: t(room === undefined ? 'moveIn' : 'moveOver'),
          icon: <Icon of={ArrowRightLeft} />,
          onSelect: () => onMove(person.id),
        })
      // Whoever drives reads no messages in the console; whoever has no device, none anywhere.
      if (isIn(person) && person.hasDevice && !drives(person.role))
        deeds.push({
          key: 'message',
          label: t('messageThem', { name: shownName(person, t) }),
          icon: <Icon of={Mail} />,
          onSelect: () => onMessage({ person: person.id }),
        })
      if (person.room !== PLENARY)
        deeds.push({
          key: 'message-room',
          label: t('messageTheirRoom', { n: roomNumber(person.room) ?? '' }),
          icon: <Icon of={Megaphone} />,
          onSelect: () => onMessage(person.room),
        })
      return deeds
    },
    [groups, onSee, onMove, onMessage, t],
  )
}
