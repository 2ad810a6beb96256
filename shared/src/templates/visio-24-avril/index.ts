import { closing } from './closing.ts'
import { opening } from './opening.ts'
import { workshopTime } from './workshop-time.ts'

/** The visio of 24 April with about 200 people: its 17 steps and their texts, two hours. */
export const visio24Avril = [...opening, ...workshopTime, ...closing]
