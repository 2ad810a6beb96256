import { accept } from '../../outcome.ts'
import { defineKind } from '../kit/kind.ts'
import { access, audience, pageShape, rooms } from './access.ts'
import { Action, isGroupAction } from './actions.ts'
import { Definition, defaults } from './definition.ts'
import { reduceFacilitator } from './facilitator-actions.ts'
import { prepare } from './forming.ts'
import { reduceGroup } from './group-actions.ts'
import { harvest } from './harvest.ts'
import { peopleChanged } from './people-changed.ts'
import { State } from './state.ts'
import { phases } from './time.ts'
import { mentions, type RoundTableView, view } from './view.ts'

/** Break-out groups that drive themselves through a tour de table and free talk (docs/spec/round-table.md). */
export const roundTable = defineKind<Definition, State, Action, RoundTableView>({
  id: 'round-table',
  version: 1,
  definition: Definition,
  state: State,
  action: Action,
  defaults,
  initial: ({ definition }) => ({
    draft: null,
    launchedAt: null,
    launches: 0,
    turnMs: definition.turnMs,
    extraMs: 0,
    groups: [],
    gone: [],
    leftOut: [],
    visits: {},
    past: [],
  }),
  phases,
  prepare,
  reduce: (state, action, moment) => {
    if (!isGroupAction(action)) return reduceFacilitator(state, action, moment)
    const next = reduceGroup(state, action, moment)
    return next.ok ? accept({ state: next.value }) : next
  },
  withoutWords: (action) => (action.type === 'help' ? { ...action, reason: '' } : action),
  peopleChanged,
  rooms,
  access,
  shape: pageShape,
  // Whoever reads a group's page is of the group or goes round the groups.
  presence: () => 'named',
  audience,
  view,
  mentions,
  harvest,
})
