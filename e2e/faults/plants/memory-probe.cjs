/**
 * A tool: answers « measure » with the memory that is in use after the garbage was collected, and with the longest that
 * this process worked on one thing since the last answer. Time that neighbours took does not count. Needs `--expose-gc`.
 * « longest » asks for the latter alone, and collects nothing.
 */
const { isMainThread } = require('node:worker_threads')

const LOOK_EVERY_MS = 10

if (isMainThread) {
  let longestMs = 0
  let wall = performance.now()
  let cpu = process.cpuUsage()
  const look = () => {
    const now = performance.now()
    const { user, system } = process.cpuUsage(cpu)
    longestMs = Math.max(longestMs, Math.min(now - wall, (user + system) / 1_000))
    wall = now
    cpu = process.cpuUsage()
  }
  setInterval(look, LOOK_EVERY_MS).unref()
  process.on('message', (message) => {
    if (message === 'longest') {
      process.send({ type: 'longest', longestMs })
      look()
      longestMs = 0
    }
    if (message !== 'measure') return
    const longest = longestMs
    globalThis.gc()
    setImmediate(() => {
      globalThis.gc()
      const { heapUsed, external } = process.memoryUsage()
      process.send({ type: 'measured', heapUsed, external, longestMs: longest })
      // What the collection took does not count.
      look()
      longestMs = 0
    })
  })
}
