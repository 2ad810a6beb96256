import type { PersonId } from '../../ids.ts'
import { drives } from '../../people/drives.ts'
import type { Viewer } from '../../people/person.ts'
import type { AudienceKey, Moment } from '../kit/kind.ts'
import type { WordRallyDefinition } from './definition.ts'
import { hasPersonal, type KeptStory, type Reading, type WordRallyState } from './state.ts'
import { type TimedWord, timedWords, wordsToTell } from './words.ts'

export interface WordRallyView {
  readonly objective: string
  readonly invitation: string
  readonly paper: boolean
  readonly readers: { readonly min: number; readonly max: number }
  /** Given, or about to be (REVEAL_LEAD_MS): each is shown at its instant, ms of activity time. */
  readonly words: readonly TimedWord[]
  /** How many there are in all. */
  readonly wordCount: number
  /** Who is called; the story only when its author shows it. null outside the sharing. */
  readonly called: Reading | null
  /** How many have read. */
  readonly heard: number
  /** Only for the person concerned. */
  readonly mine: {
    /** 0-based place in the line of raised hands; null: no hand raised. */
    readonly place: number | null
    readonly called: boolean
    readonly kept: { readonly text: string; readonly named: boolean } | null
  } | null
  /** Only for facilitators. */
  readonly lead: {
    readonly words: readonly (TimedWord & { readonly redrawable: boolean })[]
    readonly writing: { readonly screen: number; readonly paper: number }
    readonly hands: readonly { readonly person: PersonId; readonly away: boolean }[]
    readonly heard: readonly PersonId[]
    /** People without a device, who raise their hand in the room. */
    readonly room: readonly PersonId[]
    /** How many stories go into the harvest. */
    readonly kept: number
  } | null
}

export function audience(state: WordRallyState, { id, role }: Viewer): AudienceKey {
  const personal = id !== null && hasPersonal(state, id)
  if (drives(role)) return personal ? `drivers:${id}` : 'drivers'
  return personal ? `person:${id}` : 'all'
}

function mineOf(state: WordRallyState, person: PersonId): WordRallyView['mine'] {
  const kept: KeptStory | undefined = state.kept.find((k) => k.person === person)
  const place = state.hands.indexOf(person)
  return {
    place: place < 0 ? null : place,
    called: state.called?.person === person,
    kept: kept ? { text: kept.text, named: kept.named } : null,
  }
}

function leadOf(
  state: WordRallyState,
  words: readonly TimedWord[],
  told: readonly TimedWord[],
  { definition, people }: Moment<WordRallyDefinition>,
): WordRallyView['lead'] {
  const away = new Set(people.filter((p) => p.away).map((p) => p.id))
  const spare = definition.source === 'drawn' && state.deck.length > definition.draws
  const here = state.writers.filter((w) => people.some((p) => p.id === w.person))
  const onPaper = here.filter((w) => w.on === 'paper').length
  return {
    words: words.map((w) => ({ ...w, redrawable: spare && !told.includes(w) })),
    writing: { screen: here.length - onPaper, paper: onPaper },
    hands: state.hands.map((person) => ({ person, away: away.has(person) })),
    heard: state.heard,
    room: people.filter((p) => !p.hasDevice).map((p) => p.id),
    kept: state.kept.length,
  }
}

export function view(
  state: WordRallyState,
  key: AudienceKey,
  moment: Moment<WordRallyDefinition>,
): WordRallyView {
  const { definition, location } = moment
  const words = timedWords(state, moment)
  const told = wordsToTell(words, moment)
  const [group, person] = key.split(':')
  return {
    objective: definition.objective,
    invitation: definition.invitation,
    paper: definition.paper,
    readers: { min: definition.readersMin, max: Math.max(definition.readersMin, definition.readersMax) },
    words: told,
    wordCount: words.length,
    called: location.phase.id === 'sharing' ? state.called : null,
    heard: state.heard.length,
    mine: person === undefined ? null : mineOf(state, person),
    lead: group === 'drivers' ? leadOf(state, words, told, moment) : null,
  }
}

/** Everybody whom the view names. */
export const mentions = ({ called, lead }: WordRallyView): PersonId[] => [
  ...(called ? [called.person] : []),
  ...(lead ? [...lead.hands.map((h) => h.person), ...lead.heard, ...lead.room] : []),
]
