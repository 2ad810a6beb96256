/** What the rest of the house uses of groups. */
export { type Arithmetic, arithmetic, TURN_STEP_MS } from './arithmetic.ts'
export { mergePartner, movePerson, type OpenGroup, type PeopleGroup, placeLatecomer } from './change.ts'
export type { MixLabel } from './cost.ts'
export { type Formed, type FormInput, formGroups } from './form.ts'
export { evenly, type SizeRange, type Split, type SplitReason, splitSizes } from './sizes.ts'
export type { GroupingConflict } from './units.ts'
