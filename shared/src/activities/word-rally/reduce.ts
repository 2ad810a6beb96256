import { REVEAL_LEAD_MS } from '../../limits.ts'
import { accept, type Outcome, refuse } from '../../outcome.ts'
import { drives } from '../../people/drives.ts'
import type { Change, Moment } from '../kit/kind.ts'
import type { WordRallyDefinition } from './definition.ts'
import { reduceReading } from './reading.ts'
import type { RallyMoment, WordRallyAction, WordRallyState } from './state.ts'
import { timedWords } from './words.ts'

type Result = Outcome<Change<WordRallyState, WordRallyAction>>

const isSharing = (moment: Moment<unknown>): boolean => moment.location.phase.id === 'sharing'

/** docs/spec/word-rally.md [W11] to [W26]. */
export function reduce(state: WordRallyState, action: WordRallyAction, moment: RallyMoment): Result {
  const { actor } = moment
  const { id } = actor
  if (id === null || !moment.people.some((p) => p.id === id)) return refuse('not-allowed')
  const sharing = isSharing(moment)
  switch (action.type) {
    case 'begin':
      return begin(state, id, action.on, moment)
    case 'keep': {
      if (action.text.trim() === '') return refuse('invalid')
      const others = state.kept.filter((k) => k.person !== id)
      return accept({
        state: { ...state, kept: [...others, { person: id, text: action.text, named: action.named }] },
      })
    }
    case 'unkeep':
      return state.kept.some((k) => k.person === id)
        ? accept({ state: { ...state, kept: state.kept.filter((k) => k.person !== id) } })
        : refuse('already')
    case 'redraw':
      return drives(actor.role) ? redraw(state, action.index, moment) : refuse('not-allowed')
    default:
      return reduceReading(state, action, {
        actor: { id, role: actor.role },
        people: moment.people,
        sharing,
        elapsed: moment.elapsed,
      })
  }
}

function begin(state: WordRallyState, id: string, on: 'screen' | 'paper', moment: RallyMoment): Result {
  if (on === 'paper' && !moment.definition.paper) return refuse('not-allowed')
  if (state.writers.some((w) => w.person === id && w.on === on)) return refuse('already')
  const others = state.writers.filter((w) => w.person !== id)
  return accept({ state: { ...state, writers: [...others, { person: id, on }] } })
}

/** Puts the next card of the deck in place of word `index`, and the replaced one under the deck. */
function redraw(state: WordRallyState, index: number, moment: RallyMoment): Result {
  const { source, draws } = moment.definition
  const word = timedWords(state, moment)[index]
  const next = state.deck[draws]
  if (source !== 'drawn' || word === undefined || next === undefined) return refuse('not-now')
  if (word.at <= moment.elapsed + REVEAL_LEAD_MS) return refuse('not-now')
  const deck = [...state.deck.with(index, next).toSpliced(draws, 1), word.word]
  return accept({ state: { ...state, deck } })
}

/** Who was removed has no hand and is not called any more; what they kept comes back with them. */
export function peopleChanged(state: WordRallyState, moment: Moment<WordRallyDefinition>): WordRallyState {
  const here = new Set(moment.people.map((p) => p.id))
  const hands = state.hands.filter((id) => here.has(id))
  const called = state.called !== null && here.has(state.called.person) ? state.called : null
  if (hands.length === state.hands.length && called === state.called) return state
  return { ...state, hands, called }
}
