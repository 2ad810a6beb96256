/** Gives back each byte at once: how long that takes says what the machine takes from everybody. */
import { createServer } from 'node:net'

const server = createServer({ noDelay: true }, (socket) => socket.on('error', () => undefined).pipe(socket))
server.listen(0, '127.0.0.1', () => process.send(server.address().port))
process.on('disconnect', () => process.exit(0))
