/** Fault: a store that takes a full disk for a success. */
const { onDatabase, wrap } = require('./sqlite.cjs')

onDatabase((database) => {
  wrap(database, 'exec', (exec, sql) => {
    try {
      return exec(sql)
    } catch {
      if (database.isTransaction) exec('ROLLBACK')
    }
  })
})
