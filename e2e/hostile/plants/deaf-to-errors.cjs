/** Fault: nobody listens to what goes wrong with a connection that asked for an upgrade. */
const { Server } = require('node:http')

const { emit } = Server.prototype

Server.prototype.emit = function (event, ...args) {
  if (event !== 'upgrade') return emit.call(this, event, ...args)
  const [, socket] = args
  for (const name of ['on', 'once', 'addListener', 'prependListener']) {
    const listen = socket[name]
    socket[name] = function (heard, listener) {
      return heard === 'error' ? this : listen.call(this, heard, listener)
    }
  }
  socket.removeAllListeners('error')
  const answer = emit.call(this, event, ...args)
  // Those that Node itself puts there after the event.
  setImmediate(() => socket.removeAllListeners('error'))
  return answer
}
