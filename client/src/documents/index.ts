/** Shared documents for views. Import it only from code that is loaded with a kind: it brings Yjs along. */
export { type DocumentSource, DocumentsContext } from './documents-context.ts'
export { createPreviewDocuments } from './preview-documents.ts'
export type { Saved } from './saving.ts'
export { useDocument } from './use-document.ts'
