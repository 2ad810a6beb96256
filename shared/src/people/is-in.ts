import type { Person } from './person.ts'

/** Is this person in the session, with a seat? */
export const isIn = ({ removed, outside }: Person): boolean => !removed && outside === undefined
