import { startThread } from '../../threads/start-thread.ts'
import { type Store, StoreError } from '../store.ts'
import type { Answer, Report, Request, WorkerSettings } from './messages.ts'
import { pack } from './packed-updates.ts'
import type { Tables } from './tables-port.ts'

interface Pending {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: StoreError) => void
}

/** A store on SQLite that can also be cut off, as by a power failure. */
export interface SqliteStore extends Store {
  /** What was found lost when it was opened, for whoever runs the server; empty: nothing. */
  readonly losses: readonly string[]
  /** The latest instant of an event when it was opened, ms since the epoch; 0: none. */
  readonly lastAt: number
  /** Rejects when its thread has ended by itself: nothing can be read or stored any more. */
  readonly failed: Promise<never>
  /** Resolves once no file of the store holds a byte of what was erased so far: at once what is done a little at a time. */
  scrubbed(): Promise<void>
  /** Stops without writing what is queued. Only for tests. */
  crash(): Promise<void>
}

/**
 * Opens the store of a data folder (`database.ts` has the rules).
 * @throws StoreError `storage`, with a message for whoever runs the server
 */
export async function openSqliteStore(settings: WorkerSettings): Promise<SqliteStore> {
  const worker = startThread({ name: 'store-worker', source: '../store/sqlite/worker.ts' }, settings)
  const pending = new Map<number, Pending>()
  const scrubs: (() => void)[] = []
  let lastId = 0
  let gone: StoreError | undefined
  let closing: Promise<void> | undefined
  let isEnding = false

  const settle = (answer: Answer): void => {
    const waiting = pending.get(answer.id)
    pending.delete(answer.id)
    if ('fault' in answer) waiting?.reject(new StoreError(answer.fault, answer.message))
    else waiting?.resolve(answer.value)
  }
  const abandon = (reason: string): void => {
    gone ??= new StoreError('storage', reason)
    for (const { reject } of pending.values()) reject(gone)
    pending.clear()
  }

  const { losses, lastAt } = await new Promise<Extract<Report, { type: 'open' }>>((resolve, reject) => {
    worker.on('message', (report: Report) => {
      if (report.type === 'answers') for (const answer of report.answers) settle(answer)
      else if (report.type === 'scrubbed') scrubs.shift()?.()
      else if (report.type === 'open') resolve(report)
      else if (report.type === 'refused') reject(new StoreError('storage', report.message))
    })
    worker.on('error', (error) => {
      abandon(error.message)
      reject(new StoreError('storage', error.message))
    })
  })
  const exited = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      abandon('the store is closed')
      resolve()
    })
  })
  const failed = exited.then(() => {
    if (!isEnding) throw gone
    return new Promise<never>(() => undefined)
  })
  // Whoever cares listens.
  failed.catch(() => undefined)

  const ask = (name: keyof Tables, args: readonly unknown[], handedOver: ArrayBuffer[] = []) =>
    new Promise<unknown>((resolve, reject) => {
      if (gone !== undefined || closing !== undefined) {
        reject(gone ?? new StoreError('storage', 'the store is closing'))
        return
      }
      lastId += 1
      pending.set(lastId, { resolve, reject })
      worker.postMessage({ id: lastId, name, args } as Request, handedOver)
    })
  const call = <N extends keyof Tables & keyof Store>(name: N): Store[N] =>
    ((...args: unknown[]) => ask(name, args)) as never

  return {
    losses,
    lastAt,
    failed,
    createSession: call('createSession'),
    getSession: call('getSession'),
    findSessionByCode: call('findSessionByCode'),
    append: call('append'),
    loadEvents: call('loadEvents'),
    markUsed: call('markUsed'),
    setDeleted: call('setDeleted'),
    listOver: call('listOver'),
    condemn: call('condemn'),
    purgeSome: call('purgeSome'),
    forgetEarlierNames: call('forgetEarlierNames'),
    weighLog: call('weighLog'),
    rewrite: call('rewrite'),
    listErasures: call('listErasures'),
    finishErasure: call('finishErasure'),
    listActivities: call('listActivities'),
    dropFiles: call('dropFiles'),
    loadIdentities: call('loadIdentities'),
    changeKeys: call('changeKeys'),
    findKey: call('findKey'),
    listKeys: call('listKeys'),
    touchKeys: call('touchKeys'),
    appendUpdates: async (document, updates) => {
      const packed = pack(updates)
      return (await ask('appendPacked', [document, packed], [packed.buffer])) as number
    },
    loadDocument: call('loadDocument'),
    listDocuments: call('listDocuments'),
    compactDocument: call('compactDocument'),
    forgetDocuments: call('forgetDocuments'),
    addFile: call('addFile'),
    getFile: call('getFile'),
    hasFile: call('hasFile'),
    weighFiles: call('weighFiles'),
    sweepFiles: call('sweepFiles'),
    check: call('check'),
    scrubbed: () =>
      new Promise((resolve) => {
        scrubs.push(resolve)
        worker.postMessage({ name: 'scrub' } satisfies Request)
      }),
    close: () => {
      isEnding = true
      closing ??= (async () => {
        worker.postMessage({ name: 'close' } satisfies Request)
        await exited
      })()
      return closing
    },
    crash: async () => {
      isEnding = true
      abandon('the store was cut off')
      // Not `terminate`: it may strike inside the native library and take the whole process with it.
      worker.postMessage({ name: 'crash' } satisfies Request)
      await exited
    },
  }
}
