/**
 * What people and the server may ask of a session. Every accepted command is an event of the log; names never are:
 * a command that carries an `identity` is split before it is logged (see `splitIdentity`).
 */
import * as z from 'zod/mini'
import { Id } from '../ids.ts'
import {
  LABEL_MAX_CHARS,
  MESSAGE_MAX_CHARS,
  NAME_MAX_CHARS,
  PEOPLE_AT_ONCE_MAX,
  TITLE_MAX_CHARS,
} from '../limits.ts'
import { type Identity, Role } from '../people/person.ts'
import { Activity, Settings } from '../plan/workshop.ts'
import { oneLine } from '../text/clean.ts'

/** A name or a label, as it is shown: what would be another line is a blank. */
const line = (max: number) => z.string().check(z.overwrite(oneLine), z.maxLength(max))

export const IdentityInput = z.object({
  name: line(NAME_MAX_CHARS),
  organisation: line(LABEL_MAX_CHARS),
  territory: line(LABEL_MAX_CHARS),
})

const People = z.array(Id).check(z.maxLength(PEOPLE_AT_ONCE_MAX))

const Room = z.string().check(z.maxLength(40))
/** To whom a message goes: everybody (`all`) or one room, by its name alone; several rooms at once; one person and nobody else. */
export const MessageTo = z.union([
  Room,
  z.strictObject({ rooms: z.array(Room).check(z.minLength(1), z.maxLength(PEOPLE_AT_ONCE_MAX)) }),
  z.strictObject({ person: Id }),
])
export type MessageTo = z.infer<typeof MessageTo>

const ActivityPatchInput = z.partial(
  z.pick(Activity, {
    title: true,
    instructions: true,
    privateNote: true,
    durationMs: true,
    durationProposed: true,
    definition: true,
  }),
)

const command = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape })

export const Command = z.discriminatedUnion('type', [
  // The flow. `go` starts, skips, goes back; null returns to the lobby.
  command('go', { activity: z.nullable(Id) }),
  command('pause', {}),
  command('resume', {}),
  command('adjust', { ms: z.int() }),
  command('adjust-phase', { activity: Id, phase: z.string().check(z.maxLength(60)), ms: z.number() }),
  command('end-phase', {}),
  command('restart', { activity: Id }),
  command('finish', {}),
  command('reopen', {}),
  // The plan and the settings.
  command('plan-add', { activity: Activity, after: z.nullable(Id) }),
  command('plan-remove', { activity: Id }),
  command('plan-move', { activity: Id, after: z.nullable(Id) }),
  command('plan-edit', { activity: Id, patch: ActivityPatchInput }),
  // Without a title the copy has that of its original, as in logs from before copies were named.
  command('plan-duplicate', {
    activity: Id,
    as: Id,
    title: z.optional(z.string().check(z.maxLength(TITLE_MAX_CHARS))),
  }),
  command('settings', { patch: z.partial(Settings) }),
  // People.
  command('door', { locked: z.boolean() }),
  command('approval', { on: z.boolean() }),
  command('admit', { people: People }),
  command('rename', { person: Id, identity: z.optional(IdentityInput) }),
  command('add-person', { person: Id, identity: z.optional(IdentityInput) }),
  command('remove', { person: Id }),
  command('restore', { person: Id }),
  command('remove-many', { people: People }),
  command('restore-many', { people: People }),
  command('hand-over', { person: Id }),
  command('message', {
    message: Id,
    to: MessageTo,
    text: z.string().check(z.minLength(1), z.maxLength(MESSAGE_MAX_CHARS)),
  }),
  command('retract', { message: Id }),
  command('undo', { seq: z.int() }),
  command('redo', { seq: z.int() }),
  // What a kind understands.
  command('act', { activity: Id, action: z.unknown() }),
  // What a kind writes into its documents; never logged.
  command('write', { activity: Id, edit: z.unknown() }),
  // The server itself.
  command('joined', { person: Id, role: Role, newcomer: z.optional(z.literal(true)) }),
  command('erased', { person: Id }),
  // Seats that nobody took up go to others, and back; who stayed or did something keeps theirs.
  command('seats', { released: z.array(Id), taken: z.array(Id), settled: z.array(Id) }),
  command('presence', { away: z.array(Id), back: z.array(Id) }),
])
export type Command = z.infer<typeof Command>
export type CommandType = Command['type']

/** Who may send a command at all. `member`: everyone but screens; the kind checks further. `self`: drivers, or the person concerned. */
export const COMMAND_RIGHTS = {
  go: 'driver',
  pause: 'driver',
  resume: 'driver',
  adjust: 'driver',
  'adjust-phase': 'driver',
  'end-phase': 'driver',
  restart: 'driver',
  finish: 'driver',
  reopen: 'driver',
  'plan-add': 'driver',
  'plan-remove': 'driver',
  'plan-move': 'driver',
  'plan-edit': 'driver',
  'plan-duplicate': 'driver',
  settings: 'driver',
  door: 'driver',
  approval: 'driver',
  admit: 'driver',
  rename: 'self',
  'add-person': 'driver',
  remove: 'driver',
  restore: 'driver',
  'remove-many': 'driver',
  'restore-many': 'driver',
  'hand-over': 'facilitator',
  message: 'driver',
  retract: 'driver',
  undo: 'driver',
  redo: 'driver',
  act: 'member',
  write: 'member',
  joined: 'system',
  seats: 'system',
  erased: 'system',
  presence: 'system',
} as const satisfies Record<CommandType, 'driver' | 'facilitator' | 'self' | 'member' | 'system'>

/** Parts a command into what may be logged and the personal data that goes to the people table. */
export function splitIdentity(given: Command): { logged: Command; identity: Identity | undefined } {
  if (given.type !== 'rename' && given.type !== 'add-person') return { logged: given, identity: undefined }
  const { identity, ...logged } = given
  return { logged, identity }
}

/** One entry of a session's log: an accepted command, with who and when. `(session, seq)` is its key. */
export interface LoggedEvent {
  /** From 1, without gaps. */
  readonly seq: number
  /** Server time, ms. */
  readonly at: number
  /** null: the server. */
  readonly actor: string | null
  /** `person:counter` of the sender; a repeat is answered like the first. null for the server's own. */
  readonly commandId: string | null
  readonly command: Command
}
