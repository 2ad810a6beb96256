import { timeZoneOf } from '@escale/shared'
import { CalendarPlus, Mail } from 'lucide-react'
import { linkTo } from '../../app/addresses.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { keptSecret } from '../entry/kept-secret.ts'
import { StartSetting, TitleSetting } from '../plan/SettingsForm.tsx'
import { useConsole, useSessionId } from '../session.ts'
import { useKeepItTexts } from '../texts/keep-it.ts'
import { calendarFile } from './calendar-file.ts'
import css from './KeepIt.module.css'

/** What a session without a run-of-show is taken to last, ms. */
const UNPLANNED_MS = 60 * 60_000

/** The one step after creating: its name, and the link, kept where one keeps links. */
export function KeepIt({ onDone }: { readonly onDone: () => void }) {
  const t = useKeepItTexts()
  const id = useSessionId()
  const { title: named, startsAt } = useConsole((c) => c.session)
  const durationMs = useConsole((c) => c.plan.workshop.plan.reduce((ms, one) => ms + one.durationMs, 0))
  const timeZone = useConsole((c) => timeZoneOf(c.plan.workshop.settings))
  const secret = keptSecret(id)
  if (secret === undefined) return null
  const title = named || t('untitled')
  const link = linkTo(`/console/${id}#${secret}`)
  const body = `${t('mail-body', { title })}\n${link}`
  return (
    <section aria-labelledby="keep-it" className={css['keep']}>
      <h2 id="keep-it">{t('title')}</h2>
      <p>{t('hint')}</p>
      <div className={css['fields']}>
        <TitleSetting />
        <StartSetting />
      </div>
      <CopyField label={t('link')} value={link} />
      <p className={css['hint']}>{t('secret')}</p>
      <div className={css['ways']}>
        <a
          href={`mailto:?subject=${encodeURIComponent(t('mail-subject', { title }))}&body=${encodeURIComponent(body)}`}
          className={buttonClass('secondary', 's')}
        >
          <Icon of={Mail} /> {t('mail')}
        </a>
        {startsAt === null ? (
          <span className={css['hint']}>{t('calendar-when')}</span>
        ) : (
          <a
            href={`data:text/calendar;charset=utf-8,${encodeURIComponent(
              calendarFile({
                uid: `${id}@escale`,
                title,
                description: body,
                url: link,
                startsAt,
                durationMs: durationMs || UNPLANNED_MS,
                timeZone,
                madeAt: Date.now(),
              }),
            )}`}
            download={`${title}.ics`}
            className={buttonClass('secondary', 's')}
          >
            <Icon of={CalendarPlus} /> {t('calendar')}
          </a>
        )}
      </div>
      <Button variant="primary" onClick={onDone}>
        {t('done')}
      </Button>
    </section>
  )
}
