import { Check, SlidersHorizontal } from 'lucide-react'
import { lazy, memo, Suspense, useEffect, useRef, useState } from 'react'
import { useWritten } from '../../activities/kit/place.ts'
import { classNames } from '../../styles/class-names.ts'
import { useSessionTime } from '../../time/session-time.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { KindIcon } from '../KindIcon.tsx'
import { useConsole } from '../session.ts'
import { useLiveTexts } from '../texts/live.ts'
import { showDuration, showMinutes } from '../time/duration.ts'
import { useSchedule } from './ClockLine.tsx'
import { titleOr } from './moves.ts'
import css from './RunOfShow.module.css'

// Drag and drop comes along: only who edits loads it.
const PlanCompact = lazy(async () => ({ default: (await import('../plan/PlanCompact.tsx')).PlanCompact }))

interface RunOfShowProps {
  /** Shows what an activity is, and moves nobody. */
  readonly onLook: (id: string) => void
}

/** The plan on the clock: what is done, runs, comes next. A click looks: where everybody goes is decided in what it opens. */
export function RunOfShow({ onLook }: RunOfShowProps) {
  const t = useLiveTexts()
  const [isEditing, edit] = useState(false)
  return (
    <nav className={css['panel']} aria-labelledby="run-of-show" data-editing={isEditing || undefined}>
      <div className={css['head']}>
        <h2 id="run-of-show">{t('runOfShow')}</h2>
        <Button
          size="s"
          variant="quiet"
          aria-pressed={isEditing}
          // Below the panel's title one word is enough for the eye; said alone it needs them all.
          aria-label={isEditing ? undefined : t('editPlan')}
          onClick={() => edit(!isEditing)}
        >
          <Icon of={isEditing ? Check : SlidersHorizontal} />
          {t(isEditing ? 'editDone' : 'editHere')}
        </Button>
      </div>
      {isEditing ? (
        <Suspense fallback={<p className={css['empty']}>…</p>}>
          <PlanCompact />
        </Suspense>
      ) : (
        <Steps onLook={onLook} />
      )}
    </nav>
  )
}

/** What is done, what runs, what comes next, on the clock. */
function Steps({ onLook }: RunOfShowProps) {
  const t = useLiveTexts()
  const time = useSessionTime()
  const plan = useConsole((c) => c.plan.workshop.plan)
  const runs = useConsole((c) => c.plan.runs)
  const computed = useSchedule()
  const look = useRef(onLook)
  look.current = onLook
  const stable = useRef((activity: string) => look.current(activity))

  return (
    <>
      {plan.length === 0 ? <p className={css['empty']}>{t('emptyPlan')}</p> : null}
      <ol className={css['list']}>
        {plan.map((activity, index) => {
          const row = computed?.rows[index]
          return (
            <Row
              key={activity.id}
              id={activity.id}
              kind={activity.kind}
              title={titleOr(activity.title, t('untitled'))}
              status={row?.status ?? 'later'}
              time={row ? time.hour(row.startsAt) : '…'}
              length={
                row?.status === 'now'
                  ? showMinutes(row.endsAt - row.startsAt)
                  : showDuration(activity.durationMs)
              }
              isPlayed={Object.hasOwn(runs, activity.id)}
              onLook={stable.current}
            />
          )
        })}
      </ol>
    </>
  )
}

interface RowProps {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly status: 'done' | 'now' | 'next' | 'later'
  readonly time: string
  readonly length: string
  readonly isPlayed: boolean
  readonly onLook: (id: string) => void
}

/** Memoised on plain values: the clock ticks each second, a row changes each minute. */
const Row = memo(function Row({ id, kind, title, status, time, length, isPlayed, onLook }: RowProps) {
  const written = useWritten()
  const t = useLiveTexts()
  const ref = useRef<HTMLLIElement>(null)
  const isNow = status === 'now'
  useEffect(() => {
    if (isNow) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isNow])
  const label = t(isNow ? 'current' : 'lookAt', { title })
  return (
    <li ref={ref} className={classNames(css['row'], css[status])} aria-current={isNow ? 'step' : undefined}>
      <button
        type="button"
        className={css['look']}
        // Not `disabled`: the list scrolls, and must be reached by the keyboard.
        aria-disabled={isNow || undefined}
        aria-haspopup={isNow ? undefined : 'dialog'}
        title={label}
        onClick={isNow ? undefined : () => onLook(id)}
      >
        <span translate="no" className={css['time']}>
          {time}
        </span>
        <span className={css['mark']} aria-hidden="true">
          {status === 'done' && isPlayed ? <Icon of={Check} size={1} /> : <KindIcon kind={kind} size={1} />}
        </span>
        <span className={css['words']}>
          <span {...written} className={css['title']}>
            {title}
          </span>
          {isNow || status === 'next' ? (
            <strong className={css['meta']}>{t(isNow ? 'now' : 'next')}</strong>
          ) : null}
          {status === 'done' && isPlayed ? <VisuallyHidden>, {t('done')}</VisuallyHidden> : null}
        </span>
        <span className={css['length']}>{length}</span>
      </button>
    </li>
  )
})
