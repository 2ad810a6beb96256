import * as z from 'zod/mini'
import { Run } from '../clock/run-schema.ts'
import { type ActivityId, Id, type PersonId } from '../ids.ts'
import { isIn } from '../people/is-in.ts'
import { Person } from '../people/person.ts'
import { Workshop } from '../plan/workshop.ts'
import { Command, MessageTo } from './commands.ts'

/** An activity that has been started: its time, and its kind's own state. */
export const ActivityRun = z.object({
  run: Run,
  seed: z.string(),
  kindVersion: z.number(),
  state: z.unknown(),
})
export type ActivityRun = z.infer<typeof ActivityRun>

export const Message = z.object({ id: Id, at: z.number(), from: Id, to: MessageTo, text: z.string() })
export type Message = z.infer<typeof Message>

/** What `undo` would take back, or `redo` do again: the seq of the command, what it was, and the command that reverses it. */
export const UndoEntry = z.object({
  seq: z.number(),
  actor: z.nullable(Id),
  did: z.string(),
  /** What its type leaves open: the type of an activity's action; `locked` or `unlocked` for the door. */
  detail: z.nullable(z.string()),
  inverse: Command,
})
export type UndoEntry = z.infer<typeof UndoEntry>

/** A session: one live run of a workshop, which it carries (docs/adr). `replay(events)` gives exactly this. */
export const SessionState = z.object({
  version: z.literal(1),
  seq: z.number(),
  createdAt: z.number(),
  seed: z.string(),
  status: z.enum(['lobby', 'running', 'ended']),
  workshop: Workshop,
  people: z.record(z.string(), Person),
  locked: z.boolean(),
  /** Must a facilitator let people in one by one? Absent: no. */
  approval: z.optional(z.literal(true)),
  current: z.nullable(Id),
  runs: z.record(z.string(), ActivityRun),
  messages: z.array(Message),
  undo: z.array(UndoEntry),
  redo: z.array(UndoEntry),
})
export type SessionState = z.infer<typeof SessionState>

/** The birth of a session: what the store keeps beside the log, and what replay starts from. */
export interface Genesis {
  readonly createdAt: number
  readonly seed: string
  readonly workshop: Workshop
}

export const initialState = (genesis: Genesis): SessionState => ({
  version: 1,
  seq: 0,
  createdAt: genesis.createdAt,
  seed: genesis.seed,
  status: 'lobby',
  workshop: genesis.workshop,
  people: {},
  locked: false,
  current: null,
  runs: {},
  messages: [],
  undo: [],
  redo: [],
})

/** Kept as long as nobody comes or goes: it is asked for with every frame of a thousand people. */
const rosters = new WeakMap<SessionState['people'], readonly Person[]>()

/** Everybody who has a seat, in order of arrival. */
export function roster({ people }: SessionState): readonly Person[] {
  const known = rosters.get(people)
  if (known !== undefined) return known
  const fresh = Object.values(people)
    .filter(isIn)
    .sort((a, b) => a.rank - b.rank)
  rosters.set(people, fresh)
  return fresh
}

/** Those who asked to come in and wait for an answer, in order of arrival. */
export const waiting = ({ people }: SessionState): readonly Person[] =>
  Object.values(people)
    .filter((p) => p.outside === 'waiting' && !p.removed)
    .sort((a, b) => a.rank - b.rank)

export const findActivity = (state: SessionState, id: ActivityId | null) =>
  id === null ? undefined : state.workshop.plan.find((a) => a.id === id)

export const findPerson = (state: SessionState, id: PersonId): Person | undefined =>
  Object.hasOwn(state.people, id) ? state.people[id] : undefined
