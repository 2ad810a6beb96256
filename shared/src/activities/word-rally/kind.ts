import { defineKind } from '../kit/kind.ts'
import { DEFAULT_DEFINITION, DEFAULT_WRITING_MS, WordRallyDefinition } from './definition.ts'
import { harvest } from './harvest.ts'
import { type OwnStory, own } from './own.ts'
import { peopleChanged, reduce } from './reduce.ts'
import { isHeld, WordRallyAction, WordRallyState } from './state.ts'
import { storyDocument, storyShape } from './story.ts'
import { audience, mentions, view, type WordRallyView } from './view.ts'
import { drawDeck, timedWords } from './words.ts'

/** A story in which imposed words have to appear, one word after the other; then some read theirs. */
export const wordRally = defineKind<
  WordRallyDefinition,
  WordRallyState,
  WordRallyAction,
  WordRallyView,
  OwnStory
>({
  id: 'word-rally',
  version: 1,
  definition: WordRallyDefinition,
  state: WordRallyState,
  action: WordRallyAction,
  defaults: { definition: DEFAULT_DEFINITION, durationMs: DEFAULT_WRITING_MS },
  initial: (setting) => ({
    deck: drawDeck(setting),
    writers: [],
    hands: [],
    called: null,
    heard: [],
    kept: [],
  }),
  phases: (state, setting) => [
    { id: 'writing', ms: setting.durationMs, marks: timedWords(state, setting).map((w) => w.at) },
    { id: 'sharing', ms: null, instructed: false },
  ],
  reduce,
  peopleChanged,
  access: (_state, name, { id }) => (id !== null && name === storyDocument(id) ? 'write' : 'none'),
  shape: storyShape,
  audience,
  view,
  mentions,
  own,
  isOwn: ({ type }) => type === 'keep' || type === 'unkeep',
  isHeld,
  harvest,
})
