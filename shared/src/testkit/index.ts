/** For tests of every workspace; never part of the product. */
export { forContract, type KindArbitraries, type SealedArbitraries } from './kind-arbitraries.ts'
export {
  MEANING_ROUNDS,
  MEANING_WALL,
  meaningCells,
  meaningHarvest,
  NOTION_MARKS,
  writeMeaning,
  writeMeaningVotes,
} from './meaning.ts'
export { slowWith } from './slow-texts.ts'
export { tally, tallyWorkshop, testKinds, testSettings } from './tally.ts'
