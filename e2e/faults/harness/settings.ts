/** How hard the harness tries: a little, or more by flags of `npm run faults` (scripts/faults.mjs hands them on). */
const number = (name: string, usual: number): number => Number(process.env[`FAULTS_${name}`] ?? usual)

/** Deaths of a server under writers. */
export const KILLS = number('KILLS', 3)
/** Frames of the protocol fuzz. */
export const FRAMES = number('FRAMES', 200_000)
/** Runs of the convergence fuzz, a seed each. */
export const RUNS = number('RUNS', 6)
/** People who come and go in the leak check. */
export const PEOPLE = number('PEOPLE', 100)
/** What flows past stalled readers, bytes a second. */
export const FLOW_BYTES_PER_SECOND = number('FLOW', 1_000_000)
/** Where all chance comes from; printed in the names of tests. */
export const SEED = process.env['FAULTS_SEED'] ?? 'escale'
