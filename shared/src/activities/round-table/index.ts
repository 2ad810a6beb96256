/** What the ends use of this kind. */
export { arithmetic, TURN_STEP_MS } from '../../groups/arithmetic.ts'
export type {
  Action as RoundTableAction,
  FacilitatorAction as RoundTableFacilitatorAction,
  GroupAction as RoundTableGroupAction,
  OneGroupAction as RoundTableOneGroupAction,
} from './actions.ts'
export {
  CALL_BACK_MAX_MS,
  CALL_BACK_MS,
  type Definition as RoundTableDefinition,
  type FormingChoice,
  GROUP_SIZE_MAX,
  GROUP_SIZE_MIN,
  type MixBy,
  TURN_MAX_MS,
  TURN_MIN_MS,
} from './definition.ts'
export { HELP_REASON_MAX_CHARS } from './help.ts'
export { PAGE_TEXT } from './page.ts'
export type {
  Draft as RoundTableDraft,
  Group as RoundTableGroup,
  GroupStage,
  HelpCall,
  Seat,
  SeatStatus,
  Turn,
} from './state.ts'
export {
  changesAt,
  hasTurnLeft,
  offerable,
  type Pace,
  SKIP_AFTER_MS,
  settle,
  tourLeftMs,
  turnEndsAt,
  upcoming,
} from './tour.ts'
export type { ConsoleGroup, ConsoleView, GroupView, RoundTableView, ShownPage } from './view.ts'
