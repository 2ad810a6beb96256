/** Fault: the log does not know whose command it holds, so that what is sent again is done again. */
const { onDatabase, wrap } = require('./sqlite.cjs')

const COMMAND_ID = 4

onDatabase((database) => {
  wrap(database, 'prepare', (prepare, sql) => {
    const statement = prepare(sql)
    if (sql.startsWith('INSERT INTO events'))
      wrap(statement, 'run', (run, ...values) => run(...values.with(COMMAND_ID, null)))
    return statement
  })
})
