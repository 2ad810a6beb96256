import { notesByZone, type WallNote } from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'
import { memo, type RefObject, useMemo } from 'react'
import { useWallTexts } from '../texts.ts'
import css from './Film.module.css'
import { FilmTile } from './FilmTile.tsx'
import { mosaicOf } from './mosaic.ts'
import { useSpace } from './use-space.ts'

/** In em of the film. */
const WIDEST_EM = 16

interface FilmTilesProps {
  readonly notes: readonly WallNote[]
  readonly zones: WallView['zones']
  readonly stageOf: RefObject<HTMLDivElement | null>
}

/** A wall in columns: tiles of one size under their zones. Rendered anew only when a note or the room has changed. */
export const FilmTiles = memo(function FilmTiles({ notes, zones, stageOf }: FilmTilesProps) {
  const w = useWallTexts()
  const groups = useMemo(() => notesByZone(notes, zones), [notes, zones])
  const titles = new Map(zones.map((zone) => [zone.id, zone.title]))
  const most = Math.max(0, ...groups.map((group) => group.notes.length))
  const space = useSpace(stageOf, groups.length)
  const mosaic = useMemo(() => mosaicOf(most, space, WIDEST_EM * space.em), [most, space])
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
              <FilmTile key={note.id} note={note} size={mosaic} em={space.em} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
})
