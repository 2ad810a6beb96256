import type { App } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { createLog } from './observability/log.ts'
import { openSqliteStore, type SqliteStore } from './store/sqlite/sqlite-store.ts'
import { StoreError } from './store/store.ts'

/** If closing takes longer than this something hangs, and ending is better than waiting. */
const CLOSE_WITHIN_MS = 10_000

async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2))
  const log = createLog(config.logLevel)
  // The database opens in its thread while the rest is being read.
  const [store, { createApp }, { kinds }] = await Promise.all([
    openSqliteStore({ folder: config.dataFolder, startEmpty: config.startEmpty }),
    import('./app.ts'),
    import('@escale/shared'),
  ])
  for (const loss of store.losses) log.error(loss)
  const app = createApp({
    config,
    store,
    kinds,
    log,
    startDemo: async (baseUrl) => {
      // Only a demonstration needs simulated people, and the next start need not wait for them.
      const { startDemo } = await import('@escale/bots')
      const { created } = await startDemo({
        baseUrl,
        onTrouble: (error) => log.warn({ err: error }, 'a simulated person had trouble'),
      })
      return created
    },
  })
  const port = await app.listen(config.port, config.host)
  log.info({ host: config.host, port, version: config.version }, 'listening')
  process.send?.({ type: 'listening' })
  const stop = (signal: string): void => {
    log.info({ signal }, 'closing')
    setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref()
    close(app, store).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'did not close cleanly')
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // Started by scripts/start.mjs: does not outlive it.
  process.once('disconnect', () => stop('disconnect'))
}

async function close(app: App, store: SqliteStore): Promise<void> {
  await app.close()
  await store.close()
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
  process.exit(1)
})
