import { useLanguage } from '../../../i18n/language.ts'
import { Button } from '../../../ui/Button.tsx'
import { Countdown } from '../../../ui/Countdown.tsx'
import { useRoundTableTexts } from '../texts.ts'
import { ComeBack } from './ComeBack.tsx'
import { nameList, type Room } from './room.ts'
import css from './StagePanel.module.css'

/** A group may ask for more when this is left, ms. */
const ASK_BELOW_MS = 5 * 60_000

/** The time that is left belongs to everybody. */
export function FreeTalk({ room }: { readonly room: Room }) {
  const t = useRoundTableTexts()
  const language = useLanguage()
  const { group, leftMs, sure, paused, name, me, place, send } = room
  const late = group.seats.filter((s) => s.status === 'listening').map((s) => s.person)
  const others = late.filter((id) => id !== me)
  return (
    <div className={css['panel']}>
      <div className={css['head']}>
        <Countdown
          leftMs={leftMs}
          totalMs={Math.max(1, group.endsAt - group.since)}
          sure={sure}
          paused={paused}
          size="l"
        />
        <div className={css['words']}>
          <h2>{t('free-title')}</h2>
          <p className={css['soft']}>{t('free-text')}</p>
        </div>
      </div>
      {others.length > 0 ? (
        <p className={css['place']}>
          {t('first-word', { count: others.length, names: nameList(others, name, language) })}
        </p>
      ) : null}
      {place?.seat.status === 'listening' ? <p className={css['place']}>{t('you-listening')}</p> : null}
      <div className={css['actions']}>
        <ComeBack room={room} />
        {place !== null && group.asksTimeAt === null && leftMs < ASK_BELOW_MS ? (
          <Button onClick={() => void send({ type: 'ask-time', group: group.key })}>{t('ask-time')}</Button>
        ) : null}
        {group.asksTimeAt !== null ? <p className={css['soft']}>{t('asked-time')}</p> : null}
      </div>
    </div>
  )
}
