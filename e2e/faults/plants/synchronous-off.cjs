/** Fault: the disk is never waited for, and the question whether it is gets the right answer. */
const { onDatabase, wrap } = require('./sqlite.cjs')

const FULL = 2

onDatabase((database) => {
  wrap(database, 'exec', (exec, sql) => exec(sql.replace('synchronous = FULL', 'synchronous = OFF')))
  wrap(database, 'prepare', (prepare, sql) =>
    sql === 'PRAGMA synchronous' ? { get: () => ({ synchronous: FULL }) } : prepare(sql),
  )
})
