/** The only door of the package: named exports of what the ends may use. */

export { mayFinish } from './activities/kit/finish.ts'
export type {
  Access,
  ActionMoment,
  ActivityKind,
  AudienceKey,
  Change,
  CompanyRules,
  EditMoment,
  Erased,
  HarvestSource,
  Moment,
  Placement,
  Setting,
} from './activities/kit/kind.ts'
export type { SealedEdit, SealedKind } from './activities/kit/seal.ts'
export type { DocumentShape, MapShape, TypeShape } from './activities/kit/shape.ts'
export { type KindId, kinds } from './activities/registry.ts'
export { createRandom, type Random, shuffled } from './chance/random.ts'
export {
  adjustPhases,
  instants,
  type Location,
  locate,
  nextInstant,
  type Phase,
  plannedMs,
} from './clock/phases.ts'
export { elapsed, isPaused, pause, resume, serverTimeOf, startRun } from './clock/run.ts'
export { Run } from './clock/run-schema.ts'
export type {
  Harvest,
  HarvestBlock,
  HarvestBoard,
  HarvestCategory,
  HarvestNote,
  HarvestSection,
  HarvestStack,
  HarvestValue,
  HarvestZone,
  RankedNote,
} from './harvest/blocks.ts'
export { categoryOf, sayCategory } from './harvest/categories.ts'
export {
  collectHarvest,
  type HarvestDocuments,
  type HarvestRequest,
  harvestedActivities,
} from './harvest/collect.ts'
export { exportHarvest, HarvestFile } from './harvest/file.ts'
export type { NotePictures, WallWords } from './harvest/picture-notes.ts'
export { type NoteRun, noteRuns, stacksAndRest } from './harvest/stacks.ts'
export { countNotes, isNotes, wallPictures } from './harvest/wall-pictures.ts'
export { type ActivityId, Id, type PersonId, type SessionId } from './ids.ts'
export * as limits from './limits.ts'
export { tameMarkdown } from './markdown/tame.ts'
export { accept, type Outcome, REFUSALS, type Refusal, type Refused, refuse } from './outcome.ts'
export {
  BROWSER_FAMILIES,
  type BrowserFamily,
  DEVICE_KINDS,
  type Device,
  type DeviceKind,
  deviceOf,
} from './people/device.ts'
export { drives } from './people/drives.ts'
export { isIn } from './people/is-in.ts'
export { nameApart } from './people/namesakes.ts'
export {
  type Identities,
  type Identity,
  type KeyRole,
  type Outside,
  Person,
  ROLES,
  Role,
  type Signature,
  type Viewer,
} from './people/person.ts'
export { CODE_ALPHABET, CODE_LENGTH, normaliseCode, showCode } from './plan/code.ts'
export { addActivity, editActivity, moveActivity, predecessor, removeActivity } from './plan/edit.ts'
export {
  exportWorkshop,
  type FilePicture,
  type ImportedWorkshop,
  importWorkshop,
  WORKSHOP_FILE_FORMAT,
  WORKSHOP_FILE_VERSION,
} from './plan/file.ts'
export { picturesOf, swapPictures } from './plan/pictures.ts'
export { type Schedule, type ScheduleRow, schedule, type Timetable } from './plan/schedule.ts'
export { DEFAULT_TIME_ZONE, dayIn, instantIn, isTimeZone, timeZoneOf, wallTimeIn } from './plan/time-zone.ts'
export {
  Activity,
  IDENTITY_MODES,
  IdentityMode,
  Settings,
  VisioRooms,
  WebAddress,
  Workshop,
} from './plan/workshop.ts'
export { buildOf } from './protocol/build.ts'
export { changesBetween, type SliceChange, withChanges } from './protocol/changes.ts'
export { fitsCommand } from './protocol/command-size.ts'
export { DocumentLine, DocumentLineEnds, type LineCarrier, NO_WORD } from './protocol/document-line.ts'
export { AS, As, Envelope } from './protocol/envelope.ts'
export * from './protocol/http.ts'
export { MessageParts } from './protocol/message-parts.ts'
export * from './protocol/messages.ts'
export { PUZZLE_HEADER, type Puzzle, searchAnswer, solvesPuzzle } from './protocol/puzzle.ts'
export { REACTIONS, type Reaction } from './protocol/reactions.ts'
export * from './protocol/signals.ts'
export { PLENARY, type RoomKey } from './room-key.ts'
export { COMMAND_WAITS, isGesture } from './session/command-waits.ts'
export {
  COMMAND_RIGHTS,
  Command,
  type CommandType,
  IdentityInput,
  type LoggedEvent,
  MessageTo,
  splitIdentity,
} from './session/commands.ts'
export {
  actionWithoutWords,
  activityKinds,
  eventsWithout,
  seedsOf,
  TEXT_WITHDRAWN,
} from './session/erase.ts'
export { DAY_MS, goneAt } from './session/lifetime.ts'
export { type Kinds, kindOf, type LiveActivity, liveActivity } from './session/moment.ts'
export {
  type ActivitySlice,
  activitySlice,
  audienceKey,
  headcount,
  type MeSlice,
  meSlices,
  type NameTag,
  nameInSession,
  nameTags,
  type OwnLine,
  type PersonLine,
  type PlanSlice,
  personLines,
  planSlice,
  publicPart,
  type SessionSlice,
  sessionSlice,
  type UndoLine,
} from './session/projection.ts'
export { onlyReceiver } from './session/receivers.ts'
export { mayCommand, reduceSession, replay } from './session/reduce.ts'
export { placements, roomNumber, visioAddress } from './session/rooms.ts'
export {
  type ActivityRun,
  findActivity,
  findPerson,
  type Genesis,
  initialState,
  type Message,
  roster,
  SessionState,
} from './session/state.ts'
export type { Occasion, Step } from './session/step.ts'
export { blankWorkshop, defaultSettings, type Template, templates } from './templates/templates.ts'
export { cleanText, cleanTexts, isBlank, oneLine } from './text/clean.ts'
export {
  extentOf,
  FRAME,
  FRAME_EDGE,
  freePlace,
  keptPoint,
  placeNotes,
  type Rect,
  STEP,
  type ZoneFrame,
  zoneFrames,
  zoneUnder,
} from './wall/board.ts'
export { type StepBack, stepsBack } from './wall/checkpoint.ts'
export {
  DRAWING_HEIGHT,
  DRAWING_WIDTH,
  decodeDrawing,
  drawingPaths,
  encodeDrawing,
  PENS,
  type Pen,
  pathOf,
  type Spot,
  STROKES_MAX,
  type Stroke,
} from './wall/drawing.ts'
export { EMOJI } from './wall/emoji.ts'
export { type FilmFrame, filmLength, filmOf, framesBy } from './wall/film.ts'
export { FIT_LEADING, FIT_PADDING, fontFor, type Room } from './wall/fit.ts'
export {
  firstNote,
  isStacked,
  itemsByZone,
  notesOf,
  type StackItem,
  type WallItem,
  wallItems,
} from './wall/items.ts'
export { linkParts, type TextPart } from './wall/links.ts'
export { mergesCleanly } from './wall/merges-cleanly.ts'
export {
  addNote,
  changeNote,
  contentOf,
  type NoteChange,
  notesByZone,
  readNotes,
  readOne,
  readWall,
  removeNote,
  stackNotes,
  stackTitles,
  unstack,
  WALL_MAX_NOTES,
  type WallContent,
  type WallStack,
} from './wall/model.ts'
export {
  compareNotes,
  type NewNote,
  NOTE_SIDE,
  type Point,
  SPATIAL_LAYOUTS,
  type SpatialLayout,
  type WallNote,
  wholeOf,
} from './wall/note.ts'
export { orderAt, orderBetween } from './wall/order.ts'
export { NOTE_COLOURS, NOTE_INK, type NoteColour } from './wall/palette.ts'
export { type DrawnShape, transformOf } from './wall/shapes.ts'
export { type SvgOptions, type SvgPicture, wallSvg } from './wall/svg.ts'
export { graphemes } from './wall/svg-measure.ts'
export type { NotePicture, PictureNote, PictureShape, PictureZone, WallPicture } from './wall/svg-picture.ts'
export { xmlText } from './wall/svg-xml.ts'
export { mergeTexts } from './wall/text-edit.ts'
export { wordKey, wordOrder, wordSearch } from './words/alike.ts'
