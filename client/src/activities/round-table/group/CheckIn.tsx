import { Check } from 'lucide-react'
import { classNames } from '../../../styles/class-names.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Naming, ProperName } from '../../../ui/ProperName.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { useRoundTableTexts } from '../texts.ts'
import type { Room } from './room.ts'
import css from './StagePanel.module.css'

/** Who is there; any member starts the tour. */
export function CheckIn({ room }: { readonly room: Room }) {
  const t = useRoundTableTexts()
  const { group, place, name, me, send } = room
  const key = group.key
  const isHere = place?.seat.checkedIn ?? true
  const here = group.seats.filter((s) => s.checkedIn && !group.gone.includes(s.person))
  const allHere = group.seats.every((s) => s.checkedIn || group.gone.includes(s.person))
  const withoutDevice = group.seats.filter((s) => group.withoutDevice.includes(s.person) && !s.checkedIn)
  return (
    <div className={css['panel']}>
      <div className={css['words']}>
        <h2>{t('check-in-title', { n: group.number })}</h2>
        <p>{t('check-in-text')}</p>
      </div>
      <ul className={css['people']}>
        {group.seats.map((seat) => {
          const isGone = group.gone.includes(seat.person)
          return (
            <li
              key={seat.person}
              className={classNames(seat.checkedIn && !isGone && css['here'], isGone && css['gone'])}
            >
              {seat.checkedIn && !isGone ? <Icon of={Check} size={1} /> : null}
              <span>
                <ProperName>{name(seat.person)}</ProperName>
                {seat.person === me ? ` (${t('you')})` : ''}
              </span>
              {isGone ? <VisuallyHidden>, {t('status-gone')}</VisuallyHidden> : null}
            </li>
          )
        })}
      </ul>
      <p className={css['soft']}>{t('here-count', { here: here.length, count: group.seats.length })}</p>
      <div className={css['actions']}>
        {place === null || me === null ? null : (
          // It stays where it is once pressed: under a finger that taps twice there is nothing that starts the round.
          <Button
            variant={isHere ? 'quiet' : 'primary'}
            size="l"
            className={css['wide']}
            aria-disabled={isHere || undefined}
            onClick={isHere ? undefined : () => void send({ type: 'check-in', group: key, person: me })}
          >
            {isHere ? <Icon of={Check} /> : null}
            {t(isHere ? 'i-am-noted' : 'i-am-here')}
          </Button>
        )}
        {isHere ? (
          <Button
            variant={allHere ? 'primary' : 'secondary'}
            size="l"
            className={css['wide']}
            onClick={() => void send({ type: 'begin', group: key })}
          >
            {t(allHere ? 'begin' : 'begin-anyway')}
          </Button>
        ) : null}
        {withoutDevice.map((seat) => (
          <Button
            key={seat.person}
            size="s"
            onClick={() => void send({ type: 'check-in', group: key, person: seat.person })}
          >
            <Naming name={name(seat.person)}>{(shown) => t('is-here', { name: shown })}</Naming>
          </Button>
        ))}
      </div>
    </div>
  )
}
