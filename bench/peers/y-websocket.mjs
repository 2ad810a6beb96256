/** @y/websocket-server's connections on the WebSocket library that everybody else here uses too. Argument: port. */
import { setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'

const sockets = new WebSocketServer({ host: '127.0.0.1', port: Number(process.argv[2]) })
sockets.on('connection', (socket, request) => setupWSConnection(socket, request))
