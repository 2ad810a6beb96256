/** The first name that one gives on this device: offered again at the next door and when creating, until it is forgotten. */
import type { IdentityMode } from '@escale/shared'
import { keptChoice, onDevice } from './kept-here.ts'

const KEY = keptChoice('name')

export const myName = (): string => onDevice.read(KEY) ?? ''

/** An empty one forgets it. */
export const keepMyName = (name: string): void => void onDevice.write(KEY, name || null)

/** What stands in the field when one will appear as `mode`: a name that is kept is never offered as a pseudonym. */
export const nameFor = (mode: IdentityMode, typed: string): string =>
  mode === 'named' ? typed || myName() : typed === myName() ? '' : typed
