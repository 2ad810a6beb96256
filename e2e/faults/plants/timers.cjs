/** For plants that change timers: the global ones, and those that libraries import. */
const { syncBuiltinESMExports } = require('node:module')
const timers = require('node:timers')

exports.replaceTimers = (replaced) => {
  Object.assign(globalThis, replaced)
  Object.assign(timers, replaced)
  syncBuiltinESMExports()
}
