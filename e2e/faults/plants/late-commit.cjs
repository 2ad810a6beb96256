/** Fault: what is told committed is committed a second later, with what came meanwhile. */
const { onDatabase, wrap } = require('./sqlite.cjs')

const LATE_MS = 1_000

onDatabase((database) => {
  let later
  wrap(database, 'exec', (exec, sql) => {
    if (later !== undefined && sql === 'BEGIN IMMEDIATE') return
    if (sql !== 'COMMIT' || !database.isTransaction) return exec(sql)
    later ??= setTimeout(() => {
      later = undefined
      exec('COMMIT')
    }, LATE_MS)
  })
})
