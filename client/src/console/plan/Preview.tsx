import type { Activity } from '@escale/shared'
import { ChevronLeft, ChevronRight, RotateCcw } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { KindSurface } from '../../activities/KindSurface.tsx'
import { CompanyContext, NO_COMPANY } from '../../activities/kit/company.ts'
import { useMoment } from '../../activities/kit/moment.ts'
import type { Stage } from '../../activities/kit/views.ts'
import { ClockContext, deviceClock } from '../../connection/clock-context.ts'
import { createPreviewDocuments, type DocumentSource, DocumentsContext } from '../../documents/index.ts'
import { classNames } from '../../styles/class-names.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { usePlanTexts } from '../texts/plan.ts'
import css from './Preview.module.css'
import { type Cast, castOf } from './preview-cast.ts'
import {
  actIn,
  beginPlay,
  type Play,
  playFrom,
  SCREEN,
  slicesOf,
  stepsIn,
  writeInPlay,
} from './preview-play.ts'

const SURFACES = ['Participant', 'Screen'] as const
type Surface = (typeof SURFACES)[number]

/** The activity as participants or the room's screen will see it, played here with made-up people. */
export function Preview({ activity }: { readonly activity: Activity }) {
  // New settings begin a new play: a kind's state is only good for the definition that it began with.
  const key = JSON.stringify([activity.id, activity.durationMs, activity.definition])
  return (
    <ClockContext value={deviceClock}>
      <Played key={key} activity={activity} />
    </ClockContext>
  )
}

function Played({ activity }: { readonly activity: Activity }) {
  const t = usePlanTexts()
  const names = t('previewPeople')
  const cast = useMemo(() => castOf(names.split(',')), [names])
  const [surface, setSurface] = useState<Surface>('Participant')
  // What is written in the preview stays in this page; both surfaces see the same documents.
  const [documents] = useState(() => createPreviewDocuments())
  const [play, setPlay] = useState(() => beginPlay(activity, cast, Date.now()))
  if (play === undefined) return <Notice tone="warning">{t('previewBroken')}</Notice>
  const jump = (to: number) => setPlay(playFrom(play, to, Date.now()))
  return (
    <section className={css['preview']} aria-label={t('preview')}>
      <div className={css['bar']}>
        <fieldset className={css['surfaces']}>
          <legend className={css['hidden']}>{t('preview')}</legend>
          {SURFACES.map((s) => (
            <Button
              key={s}
              size="s"
              variant={s === surface ? 'primary' : 'secondary'}
              aria-pressed={s === surface}
              onClick={() => setSurface(s)}
            >
              {t(s === 'Participant' ? 'previewParticipant' : 'previewScreen')}
            </Button>
          ))}
        </fieldset>
        <Steps play={play} count={stepsIn(activity, cast, play)} onJump={jump} />
        <Button size="s" variant="quiet" onClick={() => setPlay(beginPlay(activity, cast, Date.now()))}>
          <Icon of={RotateCcw} />
          {t('previewAgain')}
        </Button>
      </div>
      <p className={css['hint']}>{t('previewHint')}</p>
      <div className={classNames(css['frame'], surface === 'Screen' ? css['wide'] : css['phone'])}>
        <CompanyContext value={NO_COMPANY}>
          <DocumentsContext value={documents}>
            <Shown
              key={surface}
              activity={activity}
              cast={cast}
              play={play}
              surface={surface}
              onPlay={setPlay}
              documents={documents}
            />
          </DocumentsContext>
        </CompanyContext>
      </div>
    </section>
  )
}

interface StepsProps {
  readonly play: Play
  readonly count: number
  readonly onJump: (index: number) => void
}

function Steps({ play, count, onJump }: StepsProps) {
  const t = usePlanTexts()
  const { location } = useMoment(play, { precise: true })
  if (count < 2) return null
  // What runs on behind the last step still is that step.
  const index = Math.min(location.index, count - 1)
  return (
    <div className={css['steps']}>
      <Button
        size="s"
        square
        aria-label={t('previewPrevious')}
        disabled={index === 0}
        onClick={() => onJump(index - 1)}
      >
        <Icon of={ChevronLeft} />
      </Button>
      <span>{t('previewStep', { n: index + 1, count })}</span>
      <Button
        size="s"
        square
        aria-label={t('previewNext')}
        disabled={index === count - 1}
        onClick={() => onJump(index + 1)}
      >
        <Icon of={ChevronRight} />
      </Button>
    </div>
  )
}

const NONE: readonly never[] = []

interface ShownProps {
  readonly activity: Activity
  readonly cast: Cast
  readonly play: Play
  readonly surface: Surface
  readonly onPlay: (play: Play) => void
  readonly documents: DocumentSource
}

function Shown({ activity, cast, play, surface, onPlay, documents }: ShownProps) {
  const [memory] = useState(() => new Map<string, number>())
  const latest = useRef(play)
  latest.current = play
  // Re-projected like the server does: at the instants where something shows.
  useMoment(play, { precise: true })
  const viewer = surface === 'Screen' ? SCREEN : cast.participant
  const slices = slicesOf(activity, cast, play, Date.now(), viewer)
  if (slices === undefined) return null
  const { activity: slice, me } = slices
  const stage: Stage<unknown> = {
    activity: slice,
    view: slice.view,
    me,
    nameOf: (id) => cast.identities.get(id)?.name ?? '',
    act: (action) => {
      const done = actIn(activity, cast, latest.current, Date.now(), viewer, action)
      if (done.ok) onPlay(done.value)
      return Promise.resolve(done.ok ? { ok: true, value: { seq: 0 } } : done)
    },
    write: async (edit) =>
      writeInPlay(activity, cast, latest.current, Date.now(), viewer, edit, { documents, memory }),
    unsent: [],
    refused: NONE,
  }
  return (
    <div className={css['stage']} data-shell={surface === 'Screen' ? 'screen' : 'participant'}>
      <h3>{activity.title}</h3>
      {activity.instructions.trim() ? <Markdown text={activity.instructions} topLevel={4} /> : null}
      <KindSurface surface={surface} stage={stage} />
    </div>
  )
}
