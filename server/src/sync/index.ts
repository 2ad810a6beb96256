export type { Documents } from './documents.ts'
export type { DocumentStore } from './ports.ts'
export { NoRoomError } from './scribe.ts'
export { SyncServer } from './sync-server.ts'
