/** Fault: a server that does not look how late it was when it committed last. */
const { onDatabase, wrap } = require('./sqlite.cjs')

onDatabase((database) => {
  wrap(database, 'prepare', (prepare, sql) =>
    prepare(/^SELECT max\(\(SELECT at /.test(sql) ? 'SELECT 0 AS at' : sql),
  )
})
