/** Fault: what is told committed is committed three seconds later, with what came meanwhile. */
const { onDatabase, wrap } = require('./sqlite.cjs')

const LATE_MS = 3_000

onDatabase((database) => {
  let isReady = false
  let later
  wrap(database, 'exec', (exec, sql) => {
    // The last thing that a start does.
    isReady ||= sql.includes('wal_checkpoint')
    if (!isReady) return exec(sql)
    if (later !== undefined && sql === 'BEGIN IMMEDIATE') return
    if (sql !== 'COMMIT' || !database.isTransaction) return exec(sql)
    later ??= setTimeout(() => {
      later = undefined
      exec('COMMIT')
    }, LATE_MS)
  })
})
