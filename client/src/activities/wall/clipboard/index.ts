export { Pasted } from './Pasted.tsx'
export type { Placed } from './place-rows.ts'
export { type Rows, readClipboard } from './read-clipboard.ts'
