/** Fault: a name that every object has is taken for a thing of its own, and nobody expects what comes of it. */
const { Server } = require('node:http')
const { isMainThread } = require('node:worker_threads')

const { emit } = Server.prototype
const known = {}

if (isMainThread)
  Server.prototype.emit = function (event, ...args) {
    if (event === 'request')
      for (const name of args[0].url.split(/[/?=&]/))
        if (name !== '' && known[name] !== undefined)
          setImmediate(() => {
            throw new TypeError(`${name} is no session`)
          })
    return emit.call(this, event, ...args)
  }
