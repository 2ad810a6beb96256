export type { Documents } from './documents.ts'
export type { DocumentStore } from './ports.ts'
export { SyncServer } from './sync-server.ts'
