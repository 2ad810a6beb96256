/**
 * The schema, as steps that are never edited once released: step n brings version n−1 to n (`PRAGMA user_version`).
 * Personal data: `identities` (names, until the person or the session is erased). Nothing else names a person.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    genesis TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at INTEGER
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE events (
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT,
    command_id TEXT,
    command TEXT NOT NULL,
    PRIMARY KEY (session, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX events_command ON events (session, command_id) WHERE command_id IS NOT NULL;

  CREATE TABLE identities (
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    person TEXT NOT NULL,
    identity TEXT NOT NULL,
    earlier TEXT NOT NULL,
    PRIMARY KEY (session, person)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE keys (
    hash TEXT PRIMARY KEY,
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    person TEXT,
    role TEXT NOT NULL,
    kind TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX keys_session ON keys (session, person);

  CREATE TABLE updates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    activity TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
  CREATE INDEX updates_document ON updates (session, activity, name, id);

  CREATE TABLE snapshots (
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    activity TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (session, activity, name)
  ) STRICT;

  CREATE TABLE files (
    id TEXT PRIMARY KEY,
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE probe (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL) STRICT;
  `,
  // A row holds all that was committed together (packed-updates.ts): each with its length before it, 4 bytes, lowest first.
  `
  ALTER TABLE updates RENAME COLUMN bytes TO packed;
  UPDATE updates SET packed = CAST(
    unhex(printf('%02x%02x%02x%02x', length(packed) & 255, (length(packed) >> 8) & 255,
      (length(packed) >> 16) & 255, (length(packed) >> 24) & 255)) || packed AS BLOB);
  `,
  // How often the snapshot has been replaced: whoever replaces it says which one they knew.
  `
  ALTER TABLE snapshots ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
  `,
  // To the hour. What was there before is old enough to be forgotten when nothing refers to it.
  `
  ALTER TABLE files ADD COLUMN added_at INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX files_session ON files (session, added_at);
  `,
  // A key has a name, by which it can be shown and ended; and what drivers are told of each other's devices.
  `
  ALTER TABLE keys ADD COLUMN id TEXT NOT NULL DEFAULT '';
  UPDATE keys SET id = lower(hex(randomblob(12)));
  CREATE UNIQUE INDEX keys_id ON keys (id);
  ALTER TABLE keys ADD COLUMN device TEXT;
  ALTER TABLE keys ADD COLUMN used_at INTEGER;
  `,
  // How long a session lives (docs/spec/retention.md). Those of before begin now: nothing is gone with an update. Earlier
  // names go after a while, and what is erased is overwritten where SQLite does not do it itself (scrub.ts).
  `
  CREATE TABLE lifetimes (
    session TEXT PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    used_at INTEGER NOT NULL,
    keep_days INTEGER,
    deleted_at INTEGER
  ) STRICT, WITHOUT ROWID;
  INSERT INTO lifetimes SELECT id, unixepoch() * 1000, NULL, NULL FROM sessions;
  ALTER TABLE identities ADD COLUMN renamed_at INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX identities_renamed ON identities (renamed_at) WHERE earlier <> '[]';
  CREATE TABLE scrub (id INTEGER PRIMARY KEY CHECK (id = 1), asked INTEGER NOT NULL) STRICT;
  INSERT INTO scrub (id, asked) VALUES (1, 1);
  `,
  // Who is being erased, until that is done: a crash does not leave somebody half there.
  `
  CREATE TABLE erasures (
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    person TEXT NOT NULL,
    signed TEXT NOT NULL,
    PRIMARY KEY (session, person)
  ) STRICT, WITHOUT ROWID;
  `,
  // A link to read a récolte has an end, and so have the places that it gave.
  `
  ALTER TABLE keys ADD COLUMN until INTEGER;
  `,
]
