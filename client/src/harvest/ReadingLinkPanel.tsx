import { limits, type NewReadingLink, type ReadingLink } from '@escale/shared'
import { Link, Link2Off } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { linkTo } from '../app/addresses.ts'
import { type ApiRefusal, deleteJson, getJson, postJson } from '../connection/api.ts'
import { useLanguage } from '../i18n/language.ts'
import { useRefusalTexts } from '../i18n/refusal-texts.ts'
import { announce } from '../ui/announce.ts'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { dayOf } from '../ui/day.ts'
import { Icon } from '../ui/Icon.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Select } from '../ui/Select.tsx'
import css from './Panel.module.css'
import { useHarvestTexts } from './texts.ts'

const DAYS = limits.READING_LINK_DAYS
const DAYS_PROPOSED = 30

/** For drivers: a link to read the récolte, for those who could not come. It has an end, and can be closed before it. */
export function ReadingLinkPanel({ session }: { readonly session: string }) {
  const t = useHarvestTexts()
  const why = useRefusalTexts()
  const language = useLanguage()
  const section = useRef<HTMLElement>(null)
  const [days, setDays] = useState(`${DAYS_PROPOSED}`)
  const [until, setUntil] = useState<number | null>(null)
  /** Shown as long as this page is: the server keeps no secret. */
  const [link, setLink] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null)
  const path = `/sessions/${session}/reading-link`

  useEffect(() => {
    void getJson<ReadingLink>(`${path}?as=facilitator`).then((answer) => {
      if (answer.ok) setUntil(answer.value.until)
    })
  }, [path])

  const make = async () => {
    setIsBusy(true)
    const made = await postJson<NewReadingLink>(path, { days: Number(days) })
    setIsBusy(false)
    setRefusal(made.ok ? null : made.refusal)
    if (!made.ok) return
    setUntil(made.value.until)
    setLink(linkTo(`/harvest/${session}#${made.value.secret}`))
    announce(t('readingOnce'))
  }
  const end = async () => {
    setIsBusy(true)
    const ended = await deleteJson(path)
    setIsBusy(false)
    setRefusal(ended.ok ? null : ended.refusal)
    if (!ended.ok) return
    setUntil(null)
    setLink('')
    announce(t('readingEnded'))
    // The button that was pressed is gone with the link.
    section.current?.focus()
  }

  return (
    <section ref={section} tabIndex={-1} aria-labelledby="harvest-reading" className={css['panel']}>
      <h2 id="harvest-reading" className={css['title']}>
        {t('reading')}
      </h2>
      <p className={css['hint']}>{t('readingHint')}</p>
      {link === '' ? null : (
        <>
          <CopyField label={t('reading')} value={link} />
          <p className={css['hint']}>{t('readingOnce')}</p>
        </>
      )}
      {until === null ? null : <p>{t('readingUntil', { day: dayOf(until, language, Date.now()) })}</p>}
      <Select
        label={t('readingFor')}
        value={days}
        options={DAYS.map((count) => ({ value: `${count}`, label: t('readingDays', { count }) }))}
        onChange={setDays}
      />
      <div className={css['actions']}>
        <Button size="s" busy={isBusy} onClick={() => void make()}>
          <Icon of={Link} /> {t(until === null ? 'makeReading' : 'renewReading')}
        </Button>
        {until === null ? null : (
          <Button size="s" variant="quiet" busy={isBusy} onClick={() => void end()}>
            <Icon of={Link2Off} /> {t('endReading')}
          </Button>
        )}
      </div>
      {until === null ? null : <p className={css['hint']}>{t('renewReadingWhy')}</p>}
      {refusal === null ? null : (
        <Notice tone="warning" role="alert">
          {refusal === 'unreachable' ? t('readingUnanswered') : why(refusal)}
        </Notice>
      )}
    </section>
  )
}
