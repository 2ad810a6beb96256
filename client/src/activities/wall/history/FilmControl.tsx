import { filmLength } from '@escale/shared'
import type { WallAction, WallView } from '@escale/shared/activities/wall'
import { Clapperboard, Square } from 'lucide-react'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useMoment } from '../../kit/moment.ts'
import type { Stage } from '../../kit/views.ts'
import css from './FilmControl.module.css'
import { isPlaying } from './playing.ts'
import { useHistoryTexts } from './texts.ts'

interface FilmControlProps {
  readonly stage: Stage<WallView>
  /** How many notes are on the wall. */
  readonly notes: number
  readonly send: (action: WallAction) => void
}

/** Plays on the screens how the wall grew, and stops it. */
export function FilmControl({ stage, notes, send }: FilmControlProps) {
  const t = useHistoryTexts()
  const { activity, view } = stage
  const { elapsed, paused } = useMoment(activity)
  const { film } = view
  if (view.hidden || notes === 0) return null
  if (!isPlaying(film, elapsed))
    return (
      <Button
        size="s"
        title={t('play-hint')}
        aria-disabled={paused || undefined}
        onClick={() => {
          if (!paused) send({ type: 'film', ms: filmLength(notes) })
        }}
      >
        <Icon of={Clapperboard} /> {t('play')}
      </Button>
    )
  const done = Math.min(1, Math.max(0, (elapsed - film.at) / film.ms))
  return (
    <div className={css['playing']} data-live="">
      <div className={css['words']} role="status">
        {paused ? t('film-paused') : t('playing')}
      </div>
      <progress className={css['progress']} value={done} max={1} aria-label={t('film')} />
      <Button onClick={() => send({ type: 'film', ms: null })}>
        <Icon of={Square} /> {t('stop')}
      </Button>
    </div>
  )
}
