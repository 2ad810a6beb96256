/** What the client's and the server's halves of the kind may use. */
export {
  BACKGROUNDS,
  type Category,
  LAYOUTS,
  type Layout,
  NOTES_PER_PERSON_MAX,
  PLAIN_WALL,
  PROMPT_MAX_CHARS,
  type Reach,
  type WallDefinition,
  type WallZone,
  ZONES_MAX,
} from './definition.ts'
export {
  INBOX,
  isPrivate,
  ownerOf,
  privatePage,
  putStarters,
  readTally,
  release,
  SHARED_WALL,
  SHELF,
  TALLY,
  type Tally,
  VEILED,
} from './documents.ts'
export type { WallEdit } from './edits.ts'
export {
  CHECKPOINTS_MAX,
  type Checkpoint,
  checkpointName,
  HISTORY,
  readHistory,
} from './history/documents.ts'
export { type WallView, wall } from './kind.ts'
export { isHidden, settled, type WallAction, type WallState } from './state.ts'
export { GRAINS } from './themes/bounds.ts'
export { groupEdits, ungroupEdits } from './themes/group-edits.ts'
export { AskThemes, type ProposedTheme, type ThemeProposal } from './themes/themes.ts'
export { readBallot, spentOn } from './voting/ballot.ts'
export { countBallots, firstOf, type Ranked, ranked } from './voting/count.ts'
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
