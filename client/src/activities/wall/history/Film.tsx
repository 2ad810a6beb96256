import { filmOf } from '@escale/shared'
import { SHARED_WALL, type WallView } from '@escale/shared/activities/wall'
import { useMemo, useRef } from 'react'
import { useDocument } from '../../../documents/index.ts'
import { classNames } from '../../../styles/class-names.ts'
import { useSessionTime } from '../../../time/session-time.ts'
import type { Stage } from '../../kit/views.ts'
import paper from '../NoteCard.module.css'
import { useNotes } from '../wall-store.ts'
import css from './Film.module.css'
import { FilmBoard } from './FilmBoard.tsx'
import { FilmTiles } from './FilmTiles.tsx'
import { useHistoryTexts } from './texts.ts'
import { usePlayback } from './use-playback.ts'

/** Of more notes than this many appear at once: each at once, since the browser would draw every fading tile on its own. */
const FADING_MAX = 300

interface FilmProps {
  readonly stage: Stage<WallView>
  readonly film: NonNullable<WallView['film']>
}

/**
 * How the wall grew: every note has its tile from the start, where it stands on the wall, and the tile appears when its note
 * was written. The newest is also shown large enough to be read. Thousands of tiles are put into the page once; playing
 * only lets them appear.
 */
export function Film({ stage, film }: FilmProps) {
  const t = useHistoryTexts()
  const { dayHour } = useSessionTime()
  const { activity, view } = stage
  const notes = useNotes(useDocument(activity.id, SHARED_WALL).doc)
  const frames = useMemo(() => filmOf(notes, film.ms), [notes, film.ms])
  const byId = useMemo(() => new Map(notes.map((note) => [note.id, note])), [notes])
  const stageOf = useRef<HTMLDivElement>(null)
  const { caption, time, shown, progress } = usePlayback({ run: activity.run, film, frames, tiles: stageOf })
  const latest = caption === null ? undefined : byId.get(caption)
  return (
    <section
      className={css['film']}
      data-many={notes.length > FADING_MAX || undefined}
      aria-label={t('film')}
    >
      {view.layout === 'columns' ? (
        <FilmTiles notes={notes} zones={view.zones} stageOf={stageOf} />
      ) : (
        <FilmBoard notes={notes} zones={view.zones} layout={view.layout} stageOf={stageOf} />
      )}
      <div className={css['foot']}>
        <p className={css['clock']}>
          {time === null ? '' : dayHour(time, notes.at(-1)?.createdAt ?? time)}
          <span className={css['count']}>{t('notes', { count: shown })}</span>
        </p>
        <p
          key={latest?.id ?? ''}
          className={classNames(css['caption'], latest && paper[`paper${latest.colour}`])}
          data-empty={latest === undefined || undefined}
        >
          <span className={css['words']}>{latest?.text}</span>
        </p>
      </div>
      <div className={css['progress']} ref={progress} role="progressbar" aria-label={t('film')} />
    </section>
  )
}
