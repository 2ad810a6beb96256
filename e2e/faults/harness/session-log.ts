import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'

export interface LoggedCommand {
  readonly seq: number
  /** `person:id of the envelope`; null: the server's own. */
  readonly commandId: string | null
  readonly type: string
}

/** A session's log as it is on the disk. The server must not be running: this opens its file. */
export function readLog(dataFolder: string, session: string): LoggedCommand[] {
  const database = new DatabaseSync(join(dataFolder, 'escale.db'))
  try {
    return database
      .prepare(
        `SELECT seq, command_id AS commandId, json_extract(command, '$.type') AS type
         FROM events WHERE session = ? ORDER BY seq`,
      )
      .all(session) as LoggedCommand[]
  } finally {
    database.close()
  }
}
