import { filmOf, notesByZone, type WallNote } from '@escale/shared'
import { SHARED_WALL, type WallView } from '@escale/shared/activities/wall'
import { memo, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useDocument } from '../../../documents/index.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { classNames } from '../../../styles/class-names.ts'
import type { Stage } from '../../kit/views.ts'
import paper from '../NoteCard.module.css'
import { useWallTexts } from '../texts.ts'
import { useNotes } from '../wall-store.ts'
import { dayTime } from './day-time.ts'
import css from './Film.module.css'
import { lettersFor, type Mosaic, mosaicOf } from './mosaic.ts'
import { useHistoryTexts } from './texts.ts'
import { usePlayback } from './use-playback.ts'

/** In em of the film. */
const WIDEST_EM = 16
const LEAST_LETTERS_EM = 0.45

interface FilmProps {
  readonly stage: Stage<WallView>
  readonly film: NonNullable<WallView['film']>
}

/**
 * How the wall grew: every note has its tile from the start, in the order of the wall, and the tile appears when its note
 * was written. The newest is also shown large enough to be read. Thousands of tiles are put into the page once; playing
 * only lets them appear.
 */
export function Film({ stage, film }: FilmProps) {
  const t = useHistoryTexts()
  const language = useLanguage()
  const { activity, view } = stage
  const notes = useNotes(useDocument(activity.id, SHARED_WALL).doc)
  const frames = useMemo(() => filmOf(notes, film.ms), [notes, film.ms])
  const byId = useMemo(() => new Map(notes.map((note) => [note.id, note])), [notes])
  const stageOf = useRef<HTMLDivElement>(null)
  const { caption, time, shown, progress } = usePlayback({ run: activity.run, film, frames, tiles: stageOf })
  const latest = caption === null ? undefined : byId.get(caption)
  return (
    <section className={css['film']} aria-label={t('film')}>
      <Tiles notes={notes} zones={view.zones} stageOf={stageOf} />
      <div className={css['foot']}>
        <p className={css['clock']}>
          {time === null ? '' : dayTime(time, language, notes.at(-1)?.createdAt ?? time)}
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

interface TilesProps {
  readonly notes: readonly WallNote[]
  readonly zones: WallView['zones']
  readonly stageOf: RefObject<HTMLDivElement | null>
}

/** All of them at once; rendered anew only when a note or the room that there is has changed. */
const Tiles = memo(function Tiles({ notes, zones, stageOf }: TilesProps) {
  const w = useWallTexts()
  const groups = useMemo(() => notesByZone(notes, zones), [notes, zones])
  const titles = new Map(zones.map((zone) => [zone.id, zone.title]))
  const most = Math.max(0, ...groups.map((group) => group.notes.length))
  const { mosaic, em } = useMosaic(stageOf, most, groups.length)
  return (
    <div
      ref={stageOf}
      className={css['zones']}
      style={{ gridTemplateColumns: `repeat(${groups.length}, minmax(0, 1fr))` }}
    >
      {groups.map(({ zone, notes: inside }) => (
        <div key={zone} className={css['zone']}>
          {zones.length > 0 ? <h2 className={css['title']}>{titles.get(zone) || w('no-zone')}</h2> : null}
          <ul
            className={css['tiles']}
            data-tiles=""
            style={{
              gridTemplateColumns: `repeat(${mosaic.columns}, ${mosaic.width}px)`,
              gridAutoRows: `${mosaic.height}px`,
              gap: `${mosaic.gap}px`,
            }}
          >
            {inside.map((note) => (
              <Tile key={note.id} note={note} mosaic={mosaic} least={LEAST_LETTERS_EM * em} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
})

function Tile({
  note,
  mosaic,
  least,
}: {
  readonly note: WallNote
  readonly mosaic: Mosaic
  readonly least: number
}) {
  const letters = lettersFor(note.text.length, mosaic, least)
  return (
    <li className={classNames(css['tile'], paper[`paper${note.colour}`])} data-note={note.id}>
      {letters === null ? null : (
        <span className={css['text']} style={{ fontSize: `${letters}px` }}>
          {note.text}
        </span>
      )}
    </li>
  )
}

/** The size of the tiles, measured in the first zone: all are of one size. */
function useMosaic(
  stageOf: RefObject<HTMLDivElement | null>,
  most: number,
  zones: number,
): { readonly mosaic: Mosaic; readonly em: number } {
  const [space, setSpace] = useState({ width: 0, height: 0, em: 16 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: with more zones each has less room
  useLayoutEffect(() => {
    const tiles = stageOf.current?.querySelector<HTMLElement>('[data-tiles]')
    if (!tiles || typeof ResizeObserver === 'undefined') return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = tiles
      const em = Number.parseFloat(getComputedStyle(tiles).fontSize)
      setSpace((s) => (s.width === width && s.height === height && s.em === em ? s : { width, height, em }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(tiles)
    return () => observer.disconnect()
  }, [stageOf, zones])
  const { em } = space
  return {
    mosaic: useMemo(() => mosaicOf(most, space, WIDEST_EM * em), [most, space, em]),
    em,
  }
}
