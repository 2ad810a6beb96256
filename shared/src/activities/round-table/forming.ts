/** Proposing groups: the part that may see names and labels, and the part that only sees ids (R3 to R8). */
import { movePerson } from '../../groups/change.ts'
import { FIRST_LABEL_WEIGHT, type MixLabel, SECOND_LABEL_WEIGHT } from '../../groups/cost.ts'
import { formGroups } from '../../groups/form.ts'
import { splitSizes } from '../../groups/sizes.ts'
import type { PersonId } from '../../ids.ts'
import { drives } from '../../people/drives.ts'
import type { Identities, Person } from '../../people/person.ts'
import { wordKey } from '../../words/alike.ts'
import type { ActionMoment } from '../kit/kind.ts'
import type { Action } from './actions.ts'
import type { Definition, FormingChoice, MixBy } from './definition.ts'
import { speakingOrder } from './order.ts'
import type { Draft, DraftGroup, State } from './state.ts'

/** Who is in the draw: everybody here, facilitators only when they take part. */
export const inTheDraw = (
  people: readonly Person[],
  choice: Pick<FormingChoice, 'facilitatorsTakePart'>,
): Person[] => people.filter((p) => !p.away && (choice.facilitatorsTakePart || !drives(p.role)))

const labelMap = (people: readonly PersonId[], identities: Identities, by: 'organisation' | 'territory') =>
  new Map(people.map((id) => [id, wordKey(identities.get(id)?.[by] ?? '')]))

function mixLabels(people: readonly PersonId[], identities: Identities, mixBy: MixBy): MixLabel[] {
  if (mixBy === 'none') return []
  const second = mixBy === 'organisation' ? 'territory' : 'organisation'
  return [
    { weight: FIRST_LABEL_WEIGHT, of: labelMap(people, identities, mixBy) },
    { weight: SECOND_LABEL_WEIGHT, of: labelMap(people, identities, second) },
  ]
}

/** People who gave the label that mixes and have nobody with the same in their group. */
function aloneIn(groups: readonly DraftGroup[], identities: Identities, mixBy: MixBy): PersonId[] {
  if (mixBy === 'none') return []
  return groups.flatMap((group) => {
    const labels = labelMap(group.people, identities, mixBy)
    const values = [...labels.values()]
    return group.people.filter((id) => {
      const own = labels.get(id) ?? ''
      return own !== '' && values.filter((v) => v === own).length === 1
    })
  })
}

/** The page of a group; another one after each launch, so that a new group never opens an old group's notes. */
const pageName = (key: string, launches: number): string =>
  launches === 0 ? `notes-${key}` : `notes-${key}-${launches + 1}`

export const emptyGroup = (key: string, launches: number): DraftGroup => ({
  key,
  people: [],
  pages: [pageName(key, launches)],
})

function propose(
  state: State,
  action: Extract<Action, { type: 'propose' }>,
  { people, seed }: ActionMoment<Definition>,
  identities: Identities,
): Draft {
  const { choice, repair } = action
  const draw = (state.draft?.draw ?? 0) + (action.redraw || state.draft === null ? 1 : 0)
  const drawn = inTheDraw(people, choice)
  const split = splitSizes(drawn.length, {
    min: choice.min,
    max: choice.max,
    target: choice.target ?? undefined,
  })
  const swap = repair === 'larger' && split.alternative !== null
  const sizes = swap && split.alternative ? split.alternative : split.sizes
  const ids = drawn.map((p) => p.id).slice(0, drawn.length - split.leftOver)
  const formed = formGroups({
    people: ids,
    labels: mixLabels(ids, identities, choice.mixBy),
    history: state.past.map((g) => g.people),
    seed: `${seed}/groups/${draw}`,
    sizes,
    hosts: drawn.filter((p) => drives(p.role)).map((p) => p.id),
  })
  const groups = (formed.ok ? formed.groups : []).map((members, i) => ({
    ...emptyGroup(`g${i + 1}`, state.launches),
    people: [...members],
  }))
  return {
    choice,
    repair: swap ? 'larger' : 'smaller',
    groups,
    reason: split.reason,
    alternative: split.alternative === null ? null : [...(swap ? split.sizes : split.alternative)],
    alone: aloneIn(groups, identities, choice.mixBy),
    labelled:
      choice.mixBy === 'none'
        ? 0
        : [...labelMap(ids, identities, choice.mixBy).values()].filter((v) => v !== '').length,
    repeats: formed.ok ? formed.repeats : 0,
    draw,
  }
}

/** Fills in what only names and labels can tell; whatever the sender wrote there is replaced. */
export function prepare(
  state: State,
  action: Action,
  moment: ActionMoment<Definition>,
  identities: Identities,
): Action {
  // A participant's action is refused later: no work for it here.
  if (!drives(moment.actor.role)) return action
  switch (action.type) {
    case 'propose':
      return { ...action, prepared: propose(state, action, moment, identities) }
    case 'move': {
      if (state.draft === null || state.launchedAt !== null) return action
      const moved = movePerson(state.draft.groups, action.person, action.to, (k) =>
        emptyGroup(k, state.launches),
      )
      return { ...action, prepared: { alone: aloneIn(moved, identities, state.draft.choice.mixBy) } }
    }
    case 'launch': {
      const persons = new Map(moment.people.map((p) => [p.id, p]))
      const orders = (state.draft?.groups ?? []).map((group) => [
        group.key,
        speakingOrder(
          group.people.flatMap((id) => persons.get(id) ?? []),
          identities,
          moment.definition.order,
          `${moment.seed}/order/${group.key}/${state.launches}`,
        ),
      ])
      return { ...action, prepared: { orders: Object.fromEntries(orders) } }
    }
    default:
      return action
  }
}
