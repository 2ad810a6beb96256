/** Fault: nobody looks whether a peer still answers. */
const { replaceTimers } = require('./timers.cjs')

const TRANSPORT_GIVES_UP_MS = 20_000
const BEAT_MS = 1_000
const { setTimeout: later, setInterval: every } = globalThis
const never = () => later(() => undefined, 2 ** 30)

replaceTimers({
  setTimeout: (run, ms, ...rest) => (ms === TRANSPORT_GIVES_UP_MS ? never() : later(run, ms, ...rest)),
  setInterval: (run, ms, ...rest) => (ms === BEAT_MS ? never() : every(run, ms, ...rest)),
})
