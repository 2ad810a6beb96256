/** A tool: answers « measure » with the memory that is in use after the garbage was collected. Needs `--expose-gc`. */
const { isMainThread } = require('node:worker_threads')

if (isMainThread)
  process.on('message', (message) => {
    if (message !== 'measure') return
    globalThis.gc()
    setImmediate(() => {
      globalThis.gc()
      const { heapUsed, external, rss } = process.memoryUsage()
      process.send({ type: 'measured', heapUsed, external, rss })
    })
  })
