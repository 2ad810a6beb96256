/**
 * How a wall grew, as a short film: when each note appears. Bursts and silences keep their order and something of their
 * measure, but an afternoon lasts no longer than ten minutes do.
 */
import { compareNotes, type WallNote } from './note.ts'

export const FILM_MIN_MS = 2_000
export const FILM_MAX_MS = 40_000
/** With many notes each still has its moment; with few nobody waits for nothing. */
const NOTE_MS = 2_000
const CALM_MS = 20_000
const NOTE_IN_CROWD_MS = 250
/** At the end the whole wall stands still for a moment, but never for more than this share of the film. */
const HOLD_MS = 2_000
const HOLD_SHARE = 0.2
/** Notes that would appear within this appear together: more frames than that nobody sees. */
export const FRAME_MS = 50
/** Of the film's length, what silences may take; the rest is shared evenly by the notes. */
const SILENCE_SHARE = 0.5
/** Notes that are dated before this are there from the start: they have no time of their own. */
const UNDATED_BEFORE_MS = 1_000_000_000

export interface FilmFrame {
  /** When it is shown, ms from the start of the film. */
  readonly at: number
  /** The time that it shows, server time, ms. */
  readonly time: number
  /** Notes that appear in it, at least one. */
  readonly notes: readonly string[]
}

/** How long the film of so many notes lasts, ms. */
export function filmLength(notes: number): number {
  const each = Math.min(CALM_MS, notes * NOTE_MS)
  return Math.min(FILM_MAX_MS, Math.max(FILM_MIN_MS, each, notes * NOTE_IN_CROWD_MS))
}

const isDated = (note: WallNote): boolean => note.createdAt >= UNDATED_BEFORE_MS

/** Long silences count for little more than short ones. */
const weightOf = (silenceMs: number): number => Math.log2(1 + Math.max(0, silenceMs) / 1_000)

/** The frames of a film of `ms`, in order; each note is in exactly one. What is there from the start is there at once. */
export function filmOf(notes: readonly WallNote[], ms: number): readonly FilmFrame[] {
  const first = notes.filter((note) => !isDated(note)).sort(compareNotes)
  const dated = notes.filter(isDated).sort((a, b) => a.createdAt - b.createdAt || compareNotes(a, b))
  const weights = dated.map((note, i) => weightOf(note.createdAt - (dated[i - 1] ?? note).createdAt))
  const silence = weights.reduce((sum, weight) => sum + weight, 0)
  const length = ms - Math.min(HOLD_MS, ms * HOLD_SHARE)
  const forSilences = silence === 0 ? 0 : length * SILENCE_SHARE
  const frames: { at: number; time: number; notes: string[] }[] = []
  const start = dated[0]?.createdAt ?? 0
  if (first.length > 0) frames.push({ at: 0, time: start, notes: first.map((note) => note.id) })
  let waited = 0
  dated.forEach((note, i) => {
    waited += weights[i] ?? 0
    const share = ((i + 1) / dated.length) * (length - forSilences)
    const exact = share + (silence === 0 ? 0 : (waited / silence) * forSilences)
    const at = Math.min(Math.floor(length), Math.floor(exact / FRAME_MS) * FRAME_MS)
    const last = frames.at(-1)
    if (last !== undefined && last.at === at && at > 0) {
      last.notes.push(note.id)
      last.time = note.createdAt
    } else frames.push({ at, time: note.createdAt, notes: [note.id] })
  })
  return frames
}

/** How many frames have been shown when the film is at `ms`. */
export function framesBy(frames: readonly FilmFrame[], ms: number): number {
  let low = 0
  let high = frames.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((frames[middle] as FilmFrame).at <= ms) low = middle + 1
    else high = middle
  }
  return low
}
