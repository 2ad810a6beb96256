/** Long polling, of which `vite.config.ts` takes this one file out of the library. */
export { XHR as Polling } from 'socket.io-client'
