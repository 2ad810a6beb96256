/**
 * What people wrote and what was not taken: the wall was closed meanwhile, the session over. Kept on this device, by activity,
 * until its author sends it or gives it up, whatever runs, also over a reload. The same in all tabs.
 */
import type { ActivityId, PersonId, Refusal, SessionId } from '@escale/shared'
import { activitiesSeen, activitySeen, keptForActivity, onDevice } from '../app/kept-here.ts'

/** What would be lost if what was asked were refused. */
export interface Words {
  readonly text: string
  /** Id of what does not exist without it (a new note); empty: nothing. */
  readonly about: string
}

export interface KeptWords extends Words {
  /** Unique: of the command that was refused. */
  readonly id: string
  readonly activity: ActivityId
  /** Who wrote it: what one person left behind is never shown to the next. */
  readonly person: PersonId
  /** To be asked for once more; null: given up. */
  readonly edit: unknown
  readonly refusal: Refusal
}

export interface WordsDesk {
  /** The same list until it changes; of given up ones only what they were about is left. */
  readonly all: () => readonly KeptWords[]
  readonly subscribe: (changed: () => void) => () => void
  readonly keep: (words: KeptWords) => void
  /** Takes it out, to be sent; undefined: another tab was quicker. */
  readonly take: (id: string) => KeptWords | undefined
  readonly giveUp: (id: string) => void
}

const isKept = (held: unknown): held is KeptWords =>
  typeof held === 'object' &&
  held !== null &&
  ['id', 'activity', 'person', 'text', 'about', 'refusal'].every(
    (key) => typeof (held as Record<string, unknown>)[key] === 'string',
  )

/** What was given up is known by its id alone, and not without end. */
const GIVEN_UP_KEPT = 50

const keyOf = (activity: ActivityId) => keptForActivity('refused', activity)

function read(activity: ActivityId): readonly KeptWords[] {
  const held = onDevice.readJson(keyOf(activity))
  return Array.isArray(held) ? held.filter(isKept) : []
}

export function createWordsDesk(session: SessionId): WordsDesk {
  const listeners = new Set<() => void>()
  let known: readonly KeptWords[] = activitiesSeen(session).flatMap(read)

  let isStored = true

  const tell = () => {
    for (const changed of [...listeners]) changed()
  }
  const change = (activity: ActivityId, how: (before: readonly KeptWords[]) => readonly KeptWords[]) => {
    const before = read(activity)
    const mine = known.filter((words) => words.activity === activity)
    // Where nothing can be kept it lives as long as the page.
    const next = how(before.length > 0 ? before : mine)
    const gone = next.filter(({ edit }) => edit === null).slice(0, -GIVEN_UP_KEPT)
    const left = next.filter((words) => !gone.includes(words))
    known = [...known.filter((words) => words.activity !== activity), ...left]
    if (!onDevice.write(keyOf(activity), left.length > 0 ? JSON.stringify(left) : null)) isStored = false
    tell()
  }
  const find = (id: string) => known.find((words) => words.id === id)
  const onStorage = ({ key }: StorageEvent) => {
    const activity = activitiesSeen(session).find((seen) => keyOf(seen) === key)
    if (activity === undefined) return
    known = [...known.filter((words) => words.activity !== activity), ...read(activity)]
    tell()
  }

  return {
    all: () => known,
    subscribe: (changed) => {
      if (listeners.size === 0) window.addEventListener('storage', onStorage)
      listeners.add(changed)
      return () => {
        listeners.delete(changed)
        if (listeners.size === 0) window.removeEventListener('storage', onStorage)
      }
    },
    keep: (words) => {
      activitySeen(session, words.activity)
      change(words.activity, (before) => [...before.filter(({ id }) => id !== words.id), words])
    },
    take: (id) => {
      const words = find(id)
      // Asked of the storage itself: what another tab did has perhaps not been told yet.
      const isHere = words && (!isStored || read(words.activity).some((one) => one.id === id))
      if (!words || !isHere) return undefined
      change(words.activity, (before) => before.filter((one) => one.id !== id))
      return words
    },
    giveUp: (id) => {
      const words = find(id)
      if (words === undefined) return
      change(words.activity, (before) =>
        before.flatMap((one) =>
          one.id !== id ? [one] : one.about === '' ? [] : [{ ...one, text: '', edit: null }],
        ),
      )
    },
  }
}
