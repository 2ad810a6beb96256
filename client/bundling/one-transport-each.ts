/** What of socket.io-client a participant's page fetches: the one transport that it uses, and nothing that looks for bytes. */
import type { Plugin } from 'vite'

/** Methods of libraries that we never call, and that no bundler can know to be so. */
const UNUSED = [
  // A connection goes by one way from its beginning to its end (`allowUpgrades` of the server): nothing is tried beside it.
  { file: '/engine.io-client/build/esm/socket.js', method: '_probe(name)' },
  // It comes back when and as we say (`reconnection: false`).
  { file: '/socket.io-client/build/esm/manager.js', method: 'reconnect()' },
  // What is to arrive for certain is in our own outbox (no `retries`).
  { file: '/socket.io-client/build/esm/socket.js', method: '_addToQueue(args)' },
] as const
const NO_POLLING = '\0no-polling-here'
const NO_BINARY = '\0no-binary'
/** Which files of the parser look for bytes among what is sent and received, put them aside and back. */
const BINARY = /^\.\/(?:is-)?binary\.js$/
/**
 * The participant's connection uses WebSocket wherever there is one; its library carries three other transports, and names all of
 * them in one file. In their place stands the one that is used: 2 kB that a telephone need not fetch. Where there is none,
 * `polling-transport.ts` is fetched later, and is the one file that it needs. Nor is anything that looks for bytes: we send none.
 */
export const oneTransportEach: Plugin = {
  name: 'one-transport-each',
  enforce: 'pre',
  async resolveId(source, importer = '') {
    const find = async (wanted: string, from: string) => {
      const used = await this.resolve(wanted, from, { skipSelf: true })
      if (used === null) throw new Error(`${wanted} is not where it was, seen from ${from}`)
      return used.id
    }
    if (importer.includes('/engine.io-client/') && source === './transports/index.js')
      return `\0one-transport-each:${await find('./transports/websocket.js', importer)}`
    // Named by the library's door, and else by nobody: so that it is fetched with the one file, and not with the door.
    if (
      importer.endsWith('/engine.io-client/build/esm/index.js') &&
      source.startsWith('./transports/polling-')
    )
      return NO_POLLING
    // Nothing of ours is binary, either way: the server refuses it (bounded-parser.ts).
    if (importer.includes('/socket.io-parser/') && BINARY.test(source)) return NO_BINARY
    // What only polling uses of this one, too: under another name it is another file.
    if (source === 'engine.io-parser' && importer.endsWith('/transports/polling.js'))
      return `${await find(source, importer)}?polling`
    if (source !== 'socket.io-client') return null
    // Past the library's door, which reads addresses and keeps connections for others.
    const library = await find(source, importer)
    if (importer.endsWith('/connection/socket.ts')) return find('./manager.js', library)
    if (importer.endsWith('/connection/polling-transport.ts'))
      return find('./transports/polling-xhr.js', await find('engine.io-client', library))
    return null
  },
  transform(code, id) {
    const unused = UNUSED.find(({ file }) => id.endsWith(file))
    if (unused === undefined) return null
    const begin = code.indexOf(`    ${unused.method} {`)
    const end = code.indexOf('    /**', begin)
    if (begin < 0 || end < 0) throw new Error(`${unused.file} has moved ${unused.method}`)
    return { code: `${code.slice(0, begin)}    ${unused.method} {}\n${code.slice(end)}`, map: null }
  },
  load(id) {
    if (id === NO_POLLING) return 'export const XHR = null, Fetch = null'
    if (id === NO_BINARY)
      return 'const no = () => false; export { no as isBinary, no as hasBinary, no as deconstructPacket, no as reconstructPacket }'
    const [, used] = id.split('\0one-transport-each:')
    return (
      used &&
      `import { WS } from ${JSON.stringify(used)}
export const transports = { websocket: WS }`
    )
  },
}
