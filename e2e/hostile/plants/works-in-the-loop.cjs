/** Fault: what some requests ask for is worked out in the server's own loop, for `WORKS_MS` each. `WORKS_ON`: an expression of `METHOD path`. */
const { Server } = require('node:http')
const { isMainThread } = require('node:worker_threads')

const dear = new RegExp(process.env.WORKS_ON ?? '$^')
const longMs = Number(process.env.WORKS_MS ?? 0)

if (isMainThread) {
  const { emit } = Server.prototype
  Server.prototype.emit = function (event, ...args) {
    if (event === 'request' && dear.test(`${args[0].method} ${args[0].url}`)) {
      // By its own work: what neighbours take meanwhile is no delay of the server's.
      const began = process.cpuUsage()
      for (let used = { user: 0, system: 0 }; used.user + used.system < longMs * 1_000; )
        used = process.cpuUsage(began)
    }
    return emit.call(this, event, ...args)
  }
}
