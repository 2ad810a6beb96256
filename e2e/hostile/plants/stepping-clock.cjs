/** A tool: the machine's clock steps by `clockStepMs` of the last message, as when it is set. What counts on, counts on. */
const { isMainThread } = require('node:worker_threads')

if (isMainThread) {
  const { now } = Date
  let stepMs = 0
  Date.now = () => now() + stepMs
  process.on('message', (message) => {
    if (typeof message?.clockStepMs === 'number') stepMs = message.clockStepMs
  })
}
