/** Fault: something in the server throws where nobody catches it, whenever `/throw` is asked for; the words are somebody's. */
const { Server } = require('node:http')
const { emit } = Server.prototype

Server.prototype.emit = function (event, ...args) {
  if (event === 'request' && args[0].url.startsWith('/throw'))
    setImmediate(() => {
      throw new TypeError('Léa a écrit « je pars »')
    })
  return emit.call(this, event, ...args)
}
