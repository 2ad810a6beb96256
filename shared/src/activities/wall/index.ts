/** What the client's and the server's halves of the kind may use. */

export { DIMENSIONS_MAX } from '../../wall/note.ts'
export { AT_ONCE_MAX } from './at-once.ts'
export { BACKGROUND_BOX, type Background, partAt, spotOf } from './backgrounds.ts'
export { type Meaning, meaningsOf } from './categories.ts'
export {
  type Category,
  LAYOUTS,
  type Layout,
  NOTES_PER_PERSON_MAX,
  PLAIN_WALL,
  PROMPT_MAX_CHARS,
  type Reach,
  STARTERS_MAX,
  type WallDefinition,
  type WallZone,
  WRITING_MAX_MS,
  WRITING_MIN_MS,
  ZONES_MAX,
} from './definition.ts'
export { NUMBER_REACH, TAG_MAX_CHARS, TAGS_MAX } from './dimension-limits.ts'
export type { Dimension, ValuesPatch } from './dimension-schema.ts'
export {
  dimensionSorts,
  fits,
  type NoteValue,
  rangeOf,
  type ShownValue,
  sayValue,
  valuesShown,
} from './dimensions.ts'
export {
  countReleased,
  INBOX,
  isPrivate,
  lastInTurn,
  ownerOf,
  privatePage,
  putStarters,
  readTally,
  release,
  releaseInTurn,
  SHARED_WALL,
  SHELF,
  TALLY,
  type Tally,
  VEILED,
} from './documents.ts'
export { shapesOf } from './drawings/shapes-of.ts'
export type { WallEdit } from './edits.ts'
export {
  CHECKPOINTS_MAX,
  type Checkpoint,
  checkpointName,
  HISTORY,
  readHistory,
} from './history/documents.ts'
export { type WallView, wall } from './kind.ts'
export { BACKGROUNDS, PART_IDS, PART_WORDS, type PartId, type SayPart } from './part-words.ts'
export { type Look, type Part, partOfNote, partsOfWall } from './parts.ts'
export { placeInPart } from './place-in-part.ts'
export { mergedText, sameNotes } from './sorting/likeness.ts'
export { isApart, isHidden, settled, type WallAction, type WallSettings, type WallState } from './state.ts'
export { GRAINS } from './themes/bounds.ts'
export { groupEdits, ungroupEdits } from './themes/group-edits.ts'
export { AskThemes, type ProposedTheme, type ThemeProposal } from './themes/themes.ts'
export { readBallot, spentOn } from './voting/ballot.ts'
export {
  type Choice,
  choiceOf,
  choicesOf,
  choicesWith,
  choiceText,
  dotsIn,
  readChoice,
} from './voting/choices.ts'
export { countBallots, dotsOf, firstOf, type Ranked, ranked, votersOf } from './voting/count.ts'
export {
  ballotOf,
  ballotPage,
  isBallotOf,
  isFinal,
  likerOf,
  likesPage,
  readLikeCounts,
  readLikes,
  readRound,
  VOTES,
  writeLikeCounts,
  writeRound,
} from './voting/documents.ts'
export type { Round, VoteSettings } from './voting/round.ts'
export {
  DOTS_MAX,
  isOpen,
  lastRound,
  mayReceive,
  ROUNDS_MAX,
  SELECTED_MAX,
  standing,
  USUAL_VOTE,
} from './voting/rules.ts'
export type { VotesView } from './voting/view.ts'
