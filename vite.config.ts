/**
 * One file for all that Vite does: the client's build and dev server, the server's bundle
 * (`vite build --ssr`), and the Vitest projects.
 */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const PROPERTY_SEED = at('./scripts/property-seed.mjs')
/** A test that asserts nothing passes for ever. */
const MUST_ASSERT = { requireAssertions: true }
const SERVER = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`

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
const oneTransportEach: Plugin = {
  name: 'one-transport-each',
  enforce: 'pre',
  async resolveId(source, importer = '') {
    const find = async (transport: string, from: string) => {
      const used = await this.resolve(transport, from)
      if (used === null) throw new Error('engine.io-client has moved its transports')
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
    if (source === 'socket.io-client' && importer.endsWith('/connection/polling-transport.ts')) {
      const library = await this.resolve(source, importer)
      if (library === null) throw new Error('no socket.io-client')
      return find('./transports/polling-xhr.js', await find('engine.io-client', library.id))
    }
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

export default defineConfig(({ command, isSsrBuild }) => {
  // A build is for production, whoever asks for it: started from a test it would else take React's development version.
  if (command === 'build') process.env['NODE_ENV'] = 'production'
  return {
    root: at(isSsrBuild ? './server' : './client'),
    // Hosted in whatever folder (ESCALE_PUBLIC_URL): the files find each other, and the server tells the page where it is.
    base: './',
    plugins: isSsrBuild ? [] : [react(), oneTransportEach],
    resolve: { dedupe: ['yjs', 'react', 'react-dom', 'lib0', 'y-protocols'] },
    // One file instead of the hundreds that a start would read; only what has native parts stays where it was installed.
    ssr: isSsrBuild
      ? { noExternal: true as const, external: ['sharp', '@photostructure/sqlite', '@resvg/resvg-js'] }
      : {},
    build: isSsrBuild
      ? {
          outDir: at('./server/dist'),
          emptyOutDir: true,
          ssr: true,
          target: 'node20',
          sourcemap: true,
          rolldownOptions: {
            input: {
              main: at('./server/src/main.ts'),
              copies: at('./server/src/store/sqlite/copies-main.ts'),
              'store-worker': at('./server/src/store/sqlite/worker.ts'),
              helper: at('./server/src/heavy/helper.ts'),
              'merge-worker': at('./server/src/sync/merge-worker.ts'),
              'trial-worker': at('./server/src/sync/trial-worker.ts'),
              'themes-worker': at('./server/src/activities/wall/themes/themes-worker.ts'),
            },
            // All in one folder: a thread's file is looked for beside the file that starts it, whichever chunk that is in.
            output: { chunkFileNames: '[name]-[hash].js' },
          },
        }
      : {
          outDir: at('./client/dist'),
          emptyOutDir: true,
          // As README and public/old-browser.js say.
          target: ['chrome111', 'edge111', 'firefox121', 'safari16.4', 'ios16.4'],
          manifest: true,
          // Browsers that cannot preload modules load them a moment later; nobody else downloads a substitute.
          modulePreload: { polyfill: false },
        },
    server: {
      proxy: {
        // As objects: with the short form Vite rewrites the host, and the server then takes our own pages for foreign ones.
        '/api': { target: SERVER },
        '/io': { target: SERVER, ws: true },
        '/sync': { target: SERVER, ws: true },
      },
    },
    test: {
      // Every core: the tests wait more than they compute, and by itself Vitest leaves one of two idle.
      maxWorkers: '100%',
      projects: [
        {
          root: at('./shared'),
          test: {
            name: 'shared',
            expect: MUST_ASSERT,
            // Pure code leaves nothing behind: its files can share a worker's modules.
            isolate: false,
            setupFiles: [PROPERTY_SEED],
            include: ['src/**/*.test.ts'],
          },
        },
        {
          root: at('./server'),
          test: {
            name: 'server',
            // To load the server anew for each of its files cost more than what is tested in them.
            isolate: false,
            expect: MUST_ASSERT,
            setupFiles: [PROPERTY_SEED],
            include: ['src/**/*.test.ts'],
            testTimeout: 20_000,
          },
        },
        {
          root: at('./bots'),
          test: {
            name: 'bots',
            isolate: false,
            expect: MUST_ASSERT,
            setupFiles: [PROPERTY_SEED],
            include: ['src/**/*.test.ts'],
          },
        },
        {
          root: at('./e2e/faults'),
          test: {
            name: 'faults',
            expect: MUST_ASSERT,
            include: ['*.test.ts'],
            globalSetup: [at('./e2e/fixtures/build.ts')],
            testTimeout: process.env['FAULTS_PATIENCE'] ? 3_600_000 : 300_000,
            hookTimeout: 30_000,
          },
        },
        {
          root: at('./e2e/hostile'),
          test: {
            name: 'hostile',
            expect: MUST_ASSERT,
            include: ['*.test.ts'],
            globalSetup: [at('./e2e/fixtures/build.ts')],
            testTimeout: process.env['HOSTILE_FORM'] === 'long' ? 900_000 : 120_000,
            hookTimeout: 30_000,
          },
        },
        { root: at('./bench'), test: { name: 'bench', expect: MUST_ASSERT, include: ['src/**/*.test.ts'] } },
        // Tests that need a page are `.tsx` and have jsdom; what only computes is `.ts` and starts ten times faster.
        {
          root: at('./client'),
          plugins: [react()],
          test: {
            name: 'client-pure',
            expect: MUST_ASSERT,
            isolate: false,
            setupFiles: [PROPERTY_SEED],
            include: ['src/**/*.test.ts'],
          },
        },
        {
          root: at('./client'),
          plugins: [react()],
          test: {
            name: 'client',
            expect: MUST_ASSERT,
            include: ['src/**/*.test.tsx'],
            environment: 'jsdom',
            // One page for all files of a worker: to make one costs more than what is tested in it. `setup.ts` tidies it up.
            isolate: false,
            restoreMocks: true,
            setupFiles: [PROPERTY_SEED, at('./client/src/testkit/setup.ts')],
          },
        },
      ],
    },
  }
})
