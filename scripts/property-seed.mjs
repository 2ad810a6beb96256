/**
 * Property tests draw the same examples each time, so that a run can be repeated and a red one means a change.
 * `PROPERTY_SEED=<number>` draws others: worth doing now and then, and for a failure that somebody else has seen.
 */
import fc from 'fast-check'

const DEFAULT_SEED = 20_200_424

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  seed: Number(process.env['PROPERTY_SEED'] ?? DEFAULT_SEED),
})
