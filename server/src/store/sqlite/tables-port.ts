import type { DocumentKey, Store } from '../store.ts'

type Name = Exclude<keyof Store, 'appendUpdates' | 'close'>
/** The port without its promises. Updates come packed, so that one block of memory changes hands and not one for each. */
export type Tables = {
  readonly [N in Name]: (...args: Parameters<Store[N]>) => Awaited<ReturnType<Store[N]>>
} & { readonly appendPacked: (document: DocumentKey, packed: Uint8Array) => number }
