/** Fault: a database that does not open is replaced by an empty one without a word. */
const { rmSync } = require('node:fs')
const { join } = require('node:path')
const { isMainThread } = require('node:worker_threads')

if (isMainThread)
  for (const suffix of ['', '-wal', '-shm'])
    rmSync(join(process.env.ESCALE_DATA, `escale.db${suffix}`), { force: true })
