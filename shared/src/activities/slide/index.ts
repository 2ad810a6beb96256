/** What the client's half of the kind may use. */
export {
  LINKS_MAX,
  PICTURE_ALT_MAX_CHARS,
  QUOTE_MAX_CHARS,
  QUOTES_MAX,
  type SlideDefinition,
  type SlideView,
} from './definition.ts'
export { shown } from './shown.ts'
