/** A tool: everything that the server waits for comes `CLOCK_SPEED` times as soon. */
const { replaceTimers } = require('./timers.cjs')

const SPEED = Number(process.env.CLOCK_SPEED ?? 1)
const { now } = Date
const began = now()
const precise = performance.now.bind(performance)
const { setTimeout: later, setInterval: every } = globalThis

Date.now = () => Math.round(began + (now() - began) * SPEED)
performance.now = () => precise() * SPEED
replaceTimers({
  setTimeout: (run, ms = 0, ...rest) => later(run, ms / SPEED, ...rest),
  setInterval: (run, ms = 0, ...rest) => every(run, ms / SPEED, ...rest),
})
