import { ArrowLeft, Download, Play, Settings as SettingsIcon } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { at } from '../../app/addresses.ts'
import { UpdateNotice } from '../../app/UpdateNotice.tsx'
import { LanguageSwitch } from '../../i18n/LanguageSwitch.tsx'
import { useLive } from '../../stores/live-context.ts'
import { classNames } from '../../styles/class-names.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { ConnectionState } from '../ConnectionState.tsx'
import { ExpiredGestures } from '../live/ExpiredGestures.tsx'
import { Facilitators } from '../live/Facilitators.tsx'
import { FeedbackLine } from '../live/FeedbackLine.tsx'
import { titleOr } from '../live/moves.ts'
import { UndoButtons } from '../live/UndoButtons.tsx'
import { useUndoKeys } from '../live/use-undo-keys.ts'
import { useConsole, useSessionId } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import { usePlanTexts } from '../texts/plan.ts'
import { ActivityForm } from './ActivityForm.tsx'
import { ActivityList } from './ActivityList.tsx'
import { AddActivity } from './AddActivity.tsx'
import { flushAll } from './draft-field.ts'
import css from './PlanEditor.module.css'
import { PlanTotal } from './PlanTotal.tsx'
import { SaveState } from './SaveState.tsx'
import { SettingsForm } from './SettingsForm.tsx'
import { isSettingsAsked, SETTINGS } from './settings-shown.ts'

/** Where list and form stand side by side (as in the style sheet). */
const isWide = (): boolean => window.matchMedia('(min-width: 900px)').matches

/** Where a workshop is prepared. */
export function PlanEditor() {
  const t = usePlanTexts()
  const live = useLiveTexts()
  const id = useSessionId()
  const title = useConsole((c) => c.session.title)
  const status = useConsole((c) => c.session.status)
  const plan = useConsole((c) => c.plan.workshop.plan)
  /** The settings, one activity, or (on a phone) nothing so that the list has the room. */
  const [shown, show] = useState<string | null>(() =>
    isSettingsAsked() ? SETTINGS : isWide() ? (plan[0]?.id ?? SETTINGS) : null,
  )
  const [made, setMade] = useState<string | null>(null)
  const activity = plan.find((a) => a.id === shown)
  const showNew = (id: string) => {
    setMade(id)
    show(id)
  }

  usePageTitle(`${t('plan')} · ${titleOr(title, live('untitled'))} – Escale`)

  useUndoKeys()

  const isDetail = shown === SETTINGS || activity !== undefined
  return (
    <div className={css['editor']} data-detail={isDetail || undefined}>
      <header className={css['top']}>
        <div className={css['title']}>
          <h1>{titleOr(title, live('untitled'))}</h1>
          <PlanTotal className={css['total']} />
        </div>
        <SaveState />
        <ConnectionState />
        <Facilitators />
        <UndoButtons variant="quiet" />
        <LanguageSwitch className={css['language']} />
        <Link href={`/console/${id}`} className={classNames(buttonClass('primary', 's'), css['open'])}>
          <Icon of={status === 'running' ? ArrowLeft : Play} />
          {t('openConsole')}
        </Link>
      </header>
      <main className={css['both']}>
        <section className={css['side']} aria-label={t('plan')}>
          <div className={css['side-head']}>
            <AddActivity after={activity?.id ?? null} onAdded={showNew} />
            <Button size="s" variant="quiet" aria-pressed={shown === SETTINGS} onClick={() => show(SETTINGS)}>
              <Icon of={SettingsIcon} />
              {t('settingsShort')}
            </Button>
          </div>
          <ActivityList selected={activity?.id ?? null} onSelect={show} onNew={showNew} />
          <Export />
        </section>
        <div className={css['main']}>
          <UpdateNotice />
          <ExpiredGestures />
          {isDetail ? (
            <Button size="s" variant="quiet" className={css['back']} onClick={() => show(null)}>
              <Icon of={ArrowLeft} />
              {t('backToList')}
            </Button>
          ) : null}
          {shown === SETTINGS ? (
            <SettingsForm />
          ) : activity ? (
            <ActivityForm
              key={activity.id}
              activity={activity}
              onSelect={show}
              isNew={activity.id === made}
              onNew={showNew}
            />
          ) : plan.length === 0 ? (
            <div className={css['empty']}>
              <h2>{live('emptyPlan')}</h2>
              <p>{t('emptyHint')}</p>
              <AddActivity after={null} onAdded={showNew} isFirst />
            </div>
          ) : (
            <p className={css['empty']}>{t('choose')}</p>
          )}
        </div>
      </main>
      <FeedbackLine className={css['feedback']} />
    </div>
  )
}

/** The workshop as one file; what is still being typed goes in first. */
function Export() {
  const t = usePlanTexts()
  const { sessionId, connection } = useLive()
  const [isBusy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    flushAll()
    await new Promise<void>((resolve) => {
      const isSettled = () => connection.getState().waiting.length === 0
      if (isSettled()) return resolve()
      const stop = connection.subscribe(() => {
        if (!isSettled()) return
        stop()
        resolve()
      })
    })
    setBusy(false)
    const link = document.createElement('a')
    link.href = at(`/api/sessions/${sessionId}/workshop`)
    link.download = ''
    link.click()
  }
  return (
    <div className={css['export']}>
      <Button size="s" variant="quiet" busy={isBusy} onClick={() => void save()}>
        <Icon of={Download} />
        {t('export')}
      </Button>
      <p>{t('exportHint')}</p>
    </div>
  )
}
