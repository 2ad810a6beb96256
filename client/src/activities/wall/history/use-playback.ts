import { elapsed, type FilmFrame, framesBy, type Run } from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useClock } from '../../../connection/clock-context.ts'

/** The words of the newest note stay at least so long: what flies past cannot be read. */
const CAPTION_MS = 2_000
/** Without motion the film goes in so many steps. */
const STEPS = 10

interface PlaybackProps {
  readonly run: Run
  readonly film: NonNullable<WallView['film']>
  readonly frames: readonly FilmFrame[]
  /** Around elements that say `data-note`. */
  readonly tiles: RefObject<HTMLElement | null>
}

export interface Playback {
  /** The note that can be read now. */
  readonly caption: string | null
  /** The time that the film shows, server time, ms; null: before the first note. */
  readonly time: number | null
  /** How many notes have appeared. */
  readonly shown: number
  /** To be put on the bar that shows how far the film is. */
  readonly progress: RefObject<HTMLDivElement | null>
}

const isCalm = (): boolean => globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches === true

interface Told {
  readonly caption: string | null
  readonly time: number | null
  readonly shown: number
}
const NOTHING: Told = { caption: null, time: null, shown: 0 }

/**
 * Lets tiles appear frame by frame, by the activity's time: a screen that was hidden or comes late is at once where all are.
 * Tiles and bar are touched directly, since thousands of notes are not to be rendered sixty times a second.
 */
export function usePlayback({ run, film, frames, tiles }: PlaybackProps): Playback {
  const clock = useClock()
  const [told, setTold] = useState(NOTHING)
  const progress = useRef<HTMLDivElement>(null)
  const captionSince = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const elements = new Map(
      [...(tiles.current?.querySelectorAll<HTMLElement>('[data-note]') ?? [])].map((e) => [
        e.dataset['note'],
        e,
      ]),
    )
    const step = isCalm() ? film.ms / STEPS : 1
    let done = 0
    let shown = 0
    let request: number | undefined
    const show = (upTo: number) => {
      for (; done < upTo; done++) {
        const ids = frames[done]?.notes ?? []
        shown += ids.length
        for (const id of ids) elements.get(id)?.setAttribute('data-here', '')
      }
    }
    const tell = (at: number) => {
      const frame = frames[done - 1]
      if (frame === undefined) return
      const isDue = at - captionSince.current >= CAPTION_MS
      if (isDue) captionSince.current = at
      setTold((before) => {
        const caption = isDue ? (frame.notes.at(-1) ?? null) : before.caption
        return before.caption === caption && before.time === frame.time && before.shown === shown
          ? before
          : { caption, time: frame.time, shown }
      })
    }
    const play = () => {
      const exact = Math.max(0, elapsed(run, clock.read()?.ms ?? Date.now()) - film.at)
      const at = Math.floor(exact / step) * step
      show(framesBy(frames, at))
      tell(at)
      const bar = progress.current
      bar?.style.setProperty('--done', String(Math.min(1, at / film.ms)))
      bar?.setAttribute('aria-valuenow', String(Math.min(100, Math.round((100 * at) / film.ms))))
      request = requestAnimationFrame(play)
    }
    play()
    return () => {
      if (request !== undefined) cancelAnimationFrame(request)
    }
  }, [run, film, frames, tiles, clock])
  return { ...told, progress }
}
