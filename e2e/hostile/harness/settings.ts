/** The short form is part of `npm test`; the long one is `npm run hostile` (scripts/hostile.mjs hands its flags on). */
export const IS_LONG = process.env['HOSTILE_FORM'] === 'long'
/** Every attack is tried on a server with its fault, too; else a few. */
export const ALL_PLANTS = IS_LONG || process.env['HOSTILE_PLANTS'] === '1'
/** Names of the attacks to play; empty: all. */
export const ONLY = (process.env['HOSTILE_ONLY'] ?? '').split(' ').filter((name) => name !== '')
/** How much an attacker does: a little on every change, as much as the issue tells of in the long form. */
export const much = (short: number, long: number): number => (IS_LONG ? long : short)
