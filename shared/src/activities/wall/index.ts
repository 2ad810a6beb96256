/** What the client's and the server's halves of the kind may use. */
export {
  NOTES_PER_PERSON_MAX,
  PROMPT_MAX_CHARS,
  type WallDefinition,
  type WallZone,
  ZONES_MAX,
} from './definition.ts'
export { type Branch, branch, ownerOf, privatePage, release, SHARED_WALL } from './documents.ts'
export { type WallView, wall } from './kind.ts'
export { isHidden, type WallAction, type WallState } from './state.ts'
