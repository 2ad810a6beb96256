/**
 * One file for all that Vite does: the client's build and dev server, the server's bundle
 * (`vite build --ssr`), and the Vitest projects.
 */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { chunks } from './client/bundling/chunks.ts'
import { firstMoment } from './client/bundling/first-moment.ts'
import { oneTransportEach } from './client/bundling/one-transport-each.ts'
import { packed } from './client/bundling/packed.ts'
import { slimIcons } from './client/bundling/slim-icons.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const PROPERTY_SEED = at('./scripts/property-seed.mjs')
/** A test that asserts nothing passes for ever. */
const MUST_ASSERT = { requireAssertions: true }
const SERVER = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`

export default defineConfig(({ command, isSsrBuild }) => {
  // A build is for production, whoever asks for it: started from a test it would else take React's development version.
  if (command === 'build') process.env['NODE_ENV'] = 'production'
  return {
    root: at(isSsrBuild ? './server' : './client'),
    // Hosted in whatever folder (ESCALE_PUBLIC_URL): the files find each other, and the server tells the page where it is.
    base: './',
    plugins: isSsrBuild ? [] : [react(), firstMoment, oneTransportEach, slimIcons, packed],
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
          // As README and client/first-moment say.
          target: ['chrome111', 'edge111', 'firefox121', 'safari16.4', 'ios16.4'],
          manifest: true,
          // Browsers that cannot preload modules load them a moment later; nobody else downloads a substitute.
          modulePreload: { polyfill: false },
          rolldownOptions: { output: { codeSplitting: chunks } },
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
            testTimeout: 60_000,
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
