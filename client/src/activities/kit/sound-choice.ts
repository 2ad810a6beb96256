import { keptChoice, onDevice } from '../../app/kept-here.ts'

/** The name is older than the sounds outside round tables. */
const KEY = keptChoice('round-table.sound')

/** Does this device sound and vibrate when a time ends? */
export const wantsSound = (): boolean => onDevice.read(KEY) !== 'off'

/** False: the choice lasts as long as the page. */
export const keepSound = (on: boolean): boolean => onDevice.write(KEY, on ? 'on' : 'off')
