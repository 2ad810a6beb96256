import { ConfigError, readConfig } from './config.ts'
import { createEnding, type Ending } from './ending.ts'
import { createLog } from './observability/log.ts'
import { openSqliteStore } from './store/sqlite/sqlite-store.ts'
import { StoreError } from './store/store.ts'

/** What can be mended by whoever starts it: nothing is gained by starting again as it is. */
const EXIT_REFUSED = 1

/** The machine's clock was set back by more than this while we were away: whoever runs it wants to know. */
const CLOCK_BEHIND_MS = 60_000

/** It says so often that its event loop turns. */
const ALIVE_MS = 5_000

async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2))
  const log = createLog(config.logLevel)
  const ending = createEnding(log, (code) => process.exit(code))
  process.on('uncaughtException', (fault) => void ending.fault(fault))
  // The database opens in its thread while the rest is being read.
  const [store, { createApp }, { kinds }] = await Promise.all([
    openSqliteStore({ folder: config.dataFolder, startEmpty: config.startEmpty }),
    import('./app.ts'),
    import('@escale/shared'),
  ])
  ending.atLast(() => store.close())
  store.failed.catch((fault: unknown) => ending.fault(fault))
  for (const loss of store.losses) log.error(loss)
  if (store.lastAt > Date.now() + CLOCK_BEHIND_MS)
    log.error('the machine’s clock is behind what was committed last (docs/spec/clock.md, C11): set it')
  const app = createApp({
    config,
    store,
    kinds,
    log,
    notBefore: store.lastAt,
    startDemo: async (baseUrl, origin) => {
      // Only a demonstration needs simulated people, and the next start need not wait for them.
      const { startDemo } = await import('@escale/bots')
      return startDemo({
        baseUrl,
        origin,
        onTrouble: (error) => log.warn({ err: error }, 'a simulated person had trouble'),
      })
    },
  })
  ending.first(() => app.close())
  const port = await app.listen(config.port, config.host)
  log.info({ host: config.host, port, version: config.version }, 'listening')
  process.send?.({ type: 'listening', port })
  // Who started it strikes it down when it hangs (scripts/keep-running.mjs).
  if (process.connected)
    setInterval(() => process.connected && process.send?.({ type: 'alive' }), ALIVE_MS).unref()
  endWhenAsked(ending)
}

function endWhenAsked(ending: Ending): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void ending.asked(signal))
  // Started by scripts/start.mjs: does not outlive it.
  process.once('disconnect', () => void ending.asked('disconnect'))
}

main().catch((error: unknown) => {
  // What whoever runs the server can do something about is said plainly; anything else with its stack.
  const isPlain =
    error instanceof ConfigError ||
    error instanceof StoreError ||
    (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))
  process.stderr.write(
    `${isPlain && error instanceof Error ? error.message : ((error as Error).stack ?? error)}\n`,
  )
  process.exit(EXIT_REFUSED)
})
