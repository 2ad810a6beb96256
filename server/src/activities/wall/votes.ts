/** Follows the votes of a wall: tells what may be told, and forgets ballots when nothing is to be learnt from them any more. */
import { readNotes, readOne, wholeOf } from '@escale/shared'
import {
  ballotOf,
  countBallots,
  isBallotOf,
  isFinal,
  isOpen,
  likerOf,
  mayReceive,
  type Round,
  readBallot,
  readChoice,
  readLikes,
  readRound,
  SHARED_WALL,
  standing,
  VOTES,
  type WallState,
  writeLikeCounts,
  writeRound,
} from '@escale/shared/activities/wall'
import type * as Y from 'yjs'
import type { Occurrence } from '../kit/effects.ts'

interface Found {
  readonly wall: Y.Doc | undefined
  /** Names of the activity's documents. */
  readonly names: readonly string[]
}

/** A vote ends with the session too: afterwards nobody would come to count it. */
const isOver = (round: Round, { elapsed, ended }: Occurrence): boolean => ended || !isOpen(round, elapsed)

/** Ballots that nobody will need: all but those of a vote that runs, or that was signed and may be opened again. */
function spent(names: readonly string[], state: WallState, told: Y.Doc | undefined): readonly string[] {
  const last = standing(state.votes).at(-1)
  const isDone = last?.settings.secret === true && told !== undefined && isFinal(told, last.id)
  return names.filter((name) => {
    const ballot = ballotOf(name)
    return ballot !== undefined && (last === undefined || !isBallotOf(last, ballot) || isDone)
  })
}

/** May this note, or this stack, have dots on the wall as it is? */
function isOffered({ settings }: Round, wall: Y.Doc | undefined): (id: string) => boolean {
  // Finding a stack reads the wall: once for each that somebody chose, not for each ballot.
  const known = new Map<string, boolean>()
  return (id) => {
    const held = known.get(id)
    if (held !== undefined) return held
    const choice = wall && readChoice(wall, id, settings)
    const isOne = choice !== undefined && mayReceive(settings, choice)
    known.set(id, isOne)
    return isOne
  }
}

async function tell(round: Round, occurrence: Occurrence, { wall, names }: Found): Promise<void> {
  const { documents, people } = occurrence
  const here = new Set(people.map((person) => person.id))
  const pages = names.flatMap((name) => {
    const ballot = ballotOf(name)
    return ballot && isBallotOf(round, ballot) && here.has(ballot.person)
      ? [{ name, person: ballot.person }]
      : []
  })
  const ballots = await Promise.all(
    pages.map(async ({ name, person }) => {
      const page = await documents.read(name)
      return page === undefined ? [] : [[person, readBallot(page)] as const]
    }),
  )
  const final = isOver(round, occurrence)
  const isTold = final || round.settings.live
  await documents.write(VOTES, (doc) => {
    const count = countBallots(round.settings, ballots.flat(), isOffered(round, wall))
    const { voted, totals, voters } = count
    // What is secret is counted once: there are no ballots to count it from again.
    if (round.settings.secret && isFinal(doc, round.id)) return
    writeRound(doc, round.id, {
      voted,
      final,
      totals: isTold ? totals : null,
      voters: isTold ? voters : new Map(),
    })
  })
}

/** What a note stands for now: itself, or the note with which it was made one. What is not on the wall stands for nothing. */
function standIns(wall: Y.Doc | undefined): (note: string) => string | undefined {
  // Read only when somebody likes a note that is not there any more.
  let merged: ReadonlyMap<string, string> | undefined
  return (note) => {
    if (wall === undefined || readOne(wall, note)) return wall && note
    merged ??= new Map(readNotes(wall).flatMap((into) => wholeOf(into).map((id) => [id, into.id] as const)))
    return merged.get(note)
  }
}

async function tellLikes({ documents, people }: Occurrence, { wall, names }: Found): Promise<void> {
  const here = new Set(people.map((person) => person.id))
  const pages = names.filter((name) => here.has(likerOf(name) ?? ''))
  const standIn = standIns(wall)
  const counts = new Map<string, number>()
  for (const page of await Promise.all(pages.map((name) => documents.read(name)))) {
    // Whoever liked both of two notes that are one now likes it once.
    const liked = new Set([...(page ? readLikes(page) : [])].flatMap((note) => standIn(note) ?? []))
    for (const note of liked) counts.set(note, (counts.get(note) ?? 0) + 1)
  }
  await documents.write(VOTES, (doc) => writeLikeCounts(doc, counts))
}

/** The activity time at which a vote ends by itself; undefined: none does. */
export async function followVotes(occurrence: Occurrence): Promise<number | undefined> {
  const { documents, elapsed } = occurrence
  const state = occurrence.state as WallState
  const { likes } = state.votes
  const rounds = standing(state.votes)
  const before = await documents.read(VOTES)
  const last = rounds.at(-1)
  const waiting = rounds.filter(
    (round) =>
      (before === undefined || !readRound(before, round.id).final) &&
      // A vote that is not the last one is over, and is counted if that has not happened.
      (round === last || isOver(round, occurrence)),
  )
  const reopened = last && !last.settings.secret && isOpen(last, elapsed) ? [last] : []
  const toTell = [...new Set([...waiting, ...reopened])]
  if (toTell.length === 0 && before === undefined && !likes) return undefined
  // What was accepted before a vote ended counts, although it may not be committed yet.
  if (toTell.some((round) => isOver(round, occurrence))) await documents.settled()
  const found = { names: await documents.names(), wall: await documents.read(SHARED_WALL) }
  for (const round of toTell) await tell(round, occurrence, found)
  if (likes) await tellLikes(occurrence, found)
  const gone = spent(found.names, state, await documents.read(VOTES))
  if (gone.length > 0) await documents.forget(gone)
  return last && isOpen(last, elapsed) ? (last.until ?? undefined) : undefined
}
