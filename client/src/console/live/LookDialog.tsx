import { Play } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { KindName } from '../../activities/KindName.tsx'
import { useSessionTime } from '../../time/session-time.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { focusFirst } from '../focus-first.ts'
import { useConsole } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import { showDuration } from '../time/duration.ts'
import { useSchedule } from './ClockLine.tsx'
import css from './LookDialog.module.css'
import { titleOr } from './moves.ts'
import { PrivateNote } from './PrivateNote.tsx'

// It plays the activity with made-up people: only who looks loads that.
const Preview = lazy(async () => ({ default: (await import('../plan/Preview.tsx')).Preview }))

interface LookDialogProps {
  /** The activity to look at; null: closed. */
  readonly id: string | null
  readonly onClose: () => void
  readonly onLaunch: (id: string, title: string) => void
}

/** What an activity will be, for the facilitator's eyes only; from here it can be launched, and nowhere by accident. */
export function LookDialog({ id, onClose, onLaunch }: LookDialogProps) {
  const t = useLiveTexts()
  const time = useSessionTime()
  const activity = useConsole((c) => c.plan.workshop.plan.find((a) => a.id === id))
  const index = useConsole((c) => c.plan.workshop.plan.findIndex((a) => a.id === id))
  const isPlayed = useConsole((c) => id !== null && Object.hasOwn(c.plan.runs, id))
  const running = useConsole((c) => (c.session.status === 'running' ? c.activity : null))
  const hasEnded = useConsole((c) => c.session.status === 'ended')
  const row = useSchedule()?.rows[index]
  // It was launched or deleted from another console meanwhile: there is nothing left to decide.
  if (activity === undefined || running?.id === activity.id) return null
  const title = titleOr(activity.title, t('untitledActivity'))
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      width="wide"
      footer={
        <>
          {hasEnded ? null : (
            <Button
              variant="primary"
              ref={focusFirst}
              onClick={() => {
                onClose()
                onLaunch(activity.id, activity.title)
              }}
            >
              <Icon of={Play} />
              {t(isPlayed ? 'lookResume' : 'lookLaunch')}
            </Button>
          )}
          <Button onClick={onClose}>{t('lookClose')}</Button>
        </>
      }
    >
      <div className={css['look']}>
        <p className={css['meta']}>
          <KindName kind={activity.kind} /> · {showDuration(activity.durationMs)}
          {row && !isPlayed ? ` · ${t('lookAbout', { time: time.hour(row.startsAt) })}` : ''}
        </p>
        <p className={css['consequence']}>
          {t('lookOnly')}
          {running ? ` ${t('lookLeaves', { title: titleOr(running.title, t('untitledActivity')) })}` : ''}
        </p>
        <PrivateNote text={activity.privateNote} />
        <Suspense fallback={<Loading>{t('lookOpening')}</Loading>}>
          <Preview activity={activity} />
        </Suspense>
      </div>
    </Dialog>
  )
}
