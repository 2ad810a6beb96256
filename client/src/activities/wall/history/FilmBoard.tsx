import {
  extentOf,
  FRAME,
  NOTE_SIDE,
  placeNotes,
  type SpatialLayout,
  type WallNote,
  zoneFrames,
} from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'
import { memo, type RefObject, useMemo } from 'react'
import css from './Film.module.css'
import { FilmTile } from './FilmTile.tsx'
import { useSpace } from './use-space.ts'

interface FilmBoardProps {
  readonly notes: readonly WallNote[]
  readonly zones: WallView['zones']
  readonly layout: SpatialLayout
  readonly stageOf: RefObject<HTMLDivElement | null>
}

/** A note does not quite fill its place: neighbours stay apart from far away, too. */
const FILL = 0.94

/** A wall on a board: tiles where their notes stand, the whole board in sight, zones or frame as outlines. */
export const FilmBoard = memo(function FilmBoard({ notes, zones, layout, stageOf }: FilmBoardProps) {
  const space = useSpace(stageOf, layout)
  const { places, outlines, extent } = useMemo(() => {
    const placed = placeNotes(notes, layout, zones)
    const frames =
      layout === 'canvas' ? zoneFrames(notes, zones, placed) : [{ zone: '', x: 0, y: 0, ...FRAME }]
    return { places: placed, outlines: frames, extent: extentOf(placed.values(), frames) }
  }, [notes, zones, layout])
  const titles = new Map(zones.map((zone) => [zone.id, zone.title]))
  const scale = extent === undefined ? 0 : Math.min(space.width / extent.width, space.height / extent.height)
  const left = (x: number) =>
    `${(x - (extent?.x ?? 0)) * scale + (space.width - (extent?.width ?? 0) * scale) / 2}px`
  const top = (y: number) => `${(y - (extent?.y ?? 0)) * scale}px`
  const side = NOTE_SIDE * scale * FILL
  const size = { width: side, height: side }
  return (
    <div ref={stageOf} className={css['zones']}>
      <div className={css['board']} data-tiles="">
        {outlines.map(({ zone, x, y, width, height }) => (
          <div
            key={zone}
            className={css['outline']}
            style={{ left: left(x), top: top(y), width: width * scale, height: height * scale }}
          >
            {layout === 'canvas' ? titles.get(zone) : null}
          </div>
        ))}
        <ul className={css['spread']}>
          {notes.map((note) => {
            const place = places.get(note.id)
            if (place === undefined) return null
            const corner = { left: left(place.x - NOTE_SIDE / 2), top: top(place.y - NOTE_SIDE / 2) }
            return (
              <FilmTile key={note.id} note={note} size={size} em={space.em} style={{ ...corner, ...size }} />
            )
          })}
        </ul>
      </div>
    </div>
  )
})
