/** Taking a person's words and names out of a session's log (docs/spec/retention.md, E10 to E12). */
import type { ActivityId, PersonId } from '../ids.ts'
import type { Command, LoggedEvent } from './commands.ts'
import { type Kinds, kindOf } from './moment.ts'
import { onlyReceiver } from './receivers.ts'
import type { Genesis } from './state.ts'

/** Which kind each activity is, or was, of all that were ever in the plan. */
export function activityKinds(
  genesis: Genesis,
  events: Iterable<LoggedEvent>,
): ReadonlyMap<ActivityId, string> {
  const kinds = new Map(genesis.workshop.plan.map(({ id, kind }) => [id, kind]))
  for (const { command } of events) {
    if (command.type === 'plan-add') kinds.set(command.activity.id, command.activity.kind)
    const copied = command.type === 'plan-duplicate' ? kinds.get(command.activity) : undefined
    if (command.type === 'plan-duplicate' && copied !== undefined) kinds.set(command.as, copied)
  }
  return kinds
}

/** Every seed that a run of this activity may have had. */
export const seedsOf = (
  genesis: Genesis,
  events: readonly LoggedEvent[],
  activity: ActivityId,
): readonly string[] =>
  events.flatMap(({ seq, command }) =>
    (command.type === 'go' || command.type === 'restart') && command.activity === activity
      ? [`${genesis.seed}/${activity}/${seq - 1}`]
      : [],
  )

/** An action without its words; the same object when it has none. */
export function actionWithoutWords(
  kinds: Kinds,
  kind: string | undefined,
  command: Extract<Command, { type: 'act' }>,
  instead: string,
): Extract<Command, { type: 'act' }> {
  const action = kindOf(kinds, kind ?? '')?.withoutWords(command.action, instead) ?? command.action
  return JSON.stringify(action) === JSON.stringify(command.action) ? command : { ...command, action }
}

/** A name that an old version may have left in the log; today none gets there. */
function withoutName(command: Command, person: PersonId): Command {
  const isTheirs =
    (command.type === 'rename' || command.type === 'add-person') &&
    command.person === person &&
    command.identity !== undefined
  if (!isTheirs) return command
  const { identity: _, ...bare } = command
  return bare
}

/**
 * The events of a log that hold words or names of `person`, without them: of the same form, so that the log replays to the
 * same state but for those words. Texts of the workshop stay: they are the session's.
 * @param instead what stands where a text must
 */
export function eventsWithout(
  kinds: Kinds,
  genesis: Genesis,
  events: readonly LoggedEvent[],
  person: PersonId,
  instead: string,
): readonly LoggedEvent[] {
  const kindsById = activityKinds(genesis, events)
  const clean = ({ actor, command }: LoggedEvent): Command => {
    const isToThem = command.type === 'message' && onlyReceiver(command.to) === person
    if (actor !== person && !isToThem) return withoutName(command, person)
    if (command.type === 'message') return { ...command, text: instead }
    if (command.type === 'act')
      return actionWithoutWords(kinds, kindsById.get(command.activity), command, instead)
    return withoutName(command, person)
  }
  return events.flatMap((event) => {
    const command = clean(event)
    return command === event.command ? [] : [{ ...event, command }]
  })
}

/** What stands in the log where somebody who is erased had written, in the session's language. */
export const TEXT_WITHDRAWN = {
  fr: 'Un texte retiré par son auteur·rice',
  en: 'A text withdrawn by its author',
} as const
