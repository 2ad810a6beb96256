import type { WallView } from '@escale/shared/activities/wall'

/** A device's idea of the time may be so far behind the server's. */
const LEEWAY_MS = 1_000

/** Is the film shown at this moment of the activity? */
export const isPlaying = (film: WallView['film'], elapsed: number): film is NonNullable<WallView['film']> =>
  film !== null && elapsed >= film.at - LEEWAY_MS && elapsed < film.at + film.ms
