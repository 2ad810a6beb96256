export type { Documents } from './documents.ts'
export type { DocumentRights, DocumentStore, Doorkeeper, SessionRights, SyncLog } from './ports.ts'
export { SyncServer, type SyncServerOptions } from './sync-server.ts'
