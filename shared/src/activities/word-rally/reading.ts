import type { PersonId } from '../../ids.ts'
import { accept, type Outcome, refuse } from '../../outcome.ts'
import { drives } from '../../people/drives.ts'
import type { Person, Role } from '../../people/person.ts'
import type { Change } from '../kit/kind.ts'
import type { WordRallyAction, WordRallyState } from './state.ts'

type ReadingAction = Exclude<WordRallyAction, { type: 'begin' | 'keep' | 'unkeep' | 'redraw' }>
type Result = Outcome<Change<WordRallyState, WordRallyAction>>

interface Scene {
  readonly actor: { readonly id: PersonId; readonly role: Role }
  readonly people: readonly Person[]
  /** The writing is over. */
  readonly sharing: boolean
  /** Activity time, ms. */
  readonly elapsed: number
}

/** Hands, calls and the consent of who reads. */
export function reduceReading(state: WordRallyState, action: ReadingAction, scene: Scene): Result {
  const { id, role } = scene.actor
  switch (action.type) {
    case 'raise':
      if (!scene.sharing) return refuse('not-now')
      return state.hands.includes(id) || state.called?.person === id
        ? refuse('already')
        : accept({ state: { ...state, hands: [...state.hands, id] } })
    case 'lower':
      if (state.called?.person === id) return accept({ state: { ...state, called: null } })
      return state.hands.includes(id)
        ? accept({ state: { ...state, hands: state.hands.filter((h) => h !== id) } })
        : refuse('already')
    case 'show':
      if (state.called?.person !== id || !scene.sharing) return refuse('not-now')
      if (action.text.trim() === '') return refuse('invalid')
      return accept({ state: { ...state, called: { ...state.called, mode: 'shown', story: action.text } } })
    case 'aloud':
      if (state.called?.person !== id) return refuse('not-now')
      if (state.called.mode === 'aloud') return refuse('already')
      return accept({ state: { ...state, called: { ...state.called, mode: 'aloud', story: '' } } })
    default:
      return drives(role) ? reduceCall(state, action, scene) : refuse('not-allowed')
  }
}

function reduceCall(
  state: WordRallyState,
  action: Extract<ReadingAction, { type: 'call' | 'end' | 'skip' | 'recall' }>,
  scene: Scene,
): Result {
  const { called, hands, heard } = state
  switch (action.type) {
    case 'call': {
      if (!scene.sharing || called !== null) return refuse('not-now')
      const person = scene.people.find((p) => p.id === action.person)
      if (person === undefined) return refuse('unknown-person')
      const place = hands.indexOf(person.id)
      // Somebody without a device cannot raise a hand here, and does so in the room.
      if (place < 0 && person.hasDevice) return refuse('stale')
      return accept({
        state: {
          ...state,
          hands: hands.filter((h) => h !== person.id),
          called: { person: person.id, mode: 'waiting', story: '', since: scene.elapsed },
        },
        inverse: { type: 'skip', to: place < 0 ? null : place },
      })
    }
    case 'end':
      if (called === null) return refuse('not-now')
      return accept({
        state: { ...state, called: null, heard: [...heard, called.person] },
        inverse: { type: 'recall', person: called.person },
      })
    case 'skip':
      if (called === null) return refuse('not-now')
      return accept({
        state: {
          ...state,
          called: null,
          hands: hands.toSpliced(action.to ?? hands.length, 0, called.person),
        },
        inverse: { type: 'call', person: called.person },
      })
    case 'recall': {
      if (called !== null || heard.at(-1) !== action.person) return refuse('stale')
      if (!scene.people.some((p) => p.id === action.person)) return refuse('unknown-person')
      // The consent was for the reading that ended: it is asked anew.
      return accept({
        state: {
          ...state,
          hands: hands.filter((h) => h !== action.person),
          heard: heard.slice(0, -1),
          called: { person: action.person, mode: 'waiting', story: '', since: scene.elapsed },
        },
        inverse: { type: 'end' },
      })
    }
  }
}
