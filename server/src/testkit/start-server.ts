import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kinds as allKinds, type Kinds } from '@escale/shared'
import { type App, type AppOptions, createApp } from '../app.ts'
import { RATES } from '../auth/rate-limits.ts'
import { readConfig } from '../config.ts'
import { createLog, type Log } from '../observability/log.ts'
import { openSqliteStore, type SqliteStore } from '../store/sqlite/sqlite-store.ts'

export interface TestServerOptions
  extends Partial<Pick<AppOptions, 'clock' | 'diskLowBytes' | 'rates' | 'sockets' | 'startDemo'>> {
  readonly kinds?: Kinds
  /** A data folder to open again; left out: a new one, which `dispose` removes. */
  readonly dataFolder?: string
  readonly log?: Log
  /** A built client to serve; left out: none. */
  readonly clientFolder?: string
  /** As an administrator sets it. */
  readonly env?: Readonly<Record<string, string>>
}

export interface TestServer {
  readonly baseUrl: string
  readonly dataFolder: string
  readonly app: App
  readonly store: SqliteStore
  /** Closes as an administrator would; the data stay. */
  stop(): Promise<void>
  /** Ends without a word and without writing what is queued; the data stay. */
  crash(): Promise<void>
  /** Starts again on the same data and, as clients expect, the same port. */
  reopen(): Promise<TestServer>
  /** Stops, and removes the data. */
  dispose(): Promise<void>
}

/** Tests come from one address, and make more sessions than a person does. */
const PLENTY = { points: 10_000, duration: 60 }
const TEST_RATES = { ...RATES, creationsPerAddress: PLENTY, creationsPerProcess: PLENTY }

/** A real server with real SQLite on a free port. */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  return begin(options, 0)
}

async function begin(options: TestServerOptions, wishedPort: number): Promise<TestServer> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'escale-')))
  const store = await openSqliteStore({ folder: dataFolder, startEmpty: false })
  const { clock, startDemo, rates = TEST_RATES, kinds = allKinds } = options
  const app = createApp({
    config: {
      ...readConfig({ ...options.env, ESCALE_DATA: dataFolder }, []),
      clientFolder: options.clientFolder ?? null,
    },
    store,
    kinds,
    log: options.log ?? createLog('silent'),
    rates,
    notBefore: store.lastAt,
    ...(options.diskLowBytes === undefined ? {} : { diskLowBytes: options.diskLowBytes }),
    ...(clock ? { clock } : {}),
    ...(startDemo ? { startDemo } : {}),
    ...(options.sockets ? { sockets: options.sockets } : {}),
  })
  const port = await app.listen(wishedPort, '127.0.0.1')
  const stop = async () => {
    await app.close()
    await store.close()
  }
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    dataFolder,
    app,
    store,
    stop,
    crash: async () => {
      // The lines first: a server that is killed answers nobody.
      app.crash()
      await store.crash()
    },
    reopen: () => begin({ ...options, dataFolder }, port),
    dispose: async () => {
      await stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
