import { useSessionTime } from '../time/session-time.ts'
import css from './Lobby.module.css'
import { useLobbyTexts } from './lobby-texts.ts'

/** « Début prévu à 14:00. », in the session’s time, with the day when it is not today. */
export function AnnouncedStart({ at }: { readonly at: number }) {
  const t = useLobbyTexts()
  const { day, hourAndZone, isSameDay } = useSessionTime()
  const time = hourAndZone(at)
  return (
    <p className={css['start']}>
      {isSameDay(at, Date.now()) ? t('starts-at', { time }) : t('starts-on', { date: day(at), time })}
    </p>
  )
}
