import { useLanguage } from '../../../i18n/language.ts'
import { Button } from '../../../ui/Button.tsx'
import { useRoundTableTexts } from '../texts.ts'
import { ComeBack } from './ComeBack.tsx'
import { nameList, type Room } from './room.ts'
import css from './StagePanel.module.css'

/** The order is through and some have not spoken: offer it again, or go on. */
export function Offer({ room }: { readonly room: Room }) {
  const t = useRoundTableTexts()
  const language = useLanguage()
  const { offers, name, group, send } = room
  const people = offers.map((s) => s.person)
  return (
    <div className={css['panel']}>
      <div className={css['words']}>
        <h2>{t('again-title')}</h2>
        <p>{t('again-text', { count: people.length, names: nameList(people, name, language) })}</p>
      </div>
      <div className={css['actions']}>
        <Button variant="primary" onClick={() => void send({ type: 'offer-again', group: group.key })}>
          {t('again-yes')}
        </Button>
        <Button onClick={() => void send({ type: 'free-talk', group: group.key })}>{t('again-no')}</Button>
        <ComeBack room={room} />
      </div>
    </div>
  )
}
