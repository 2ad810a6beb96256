import type { KeyRole } from './person.ts'

/** Facilitators and co-facilitators drive; the difference is only that the first cannot be revoked. */
export const drives = (role: KeyRole): boolean => role === 'facilitator' || role === 'cofacilitator'
