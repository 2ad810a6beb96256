import { entryOf } from '../activities/entry-of.ts'

export const loadInside = () => import('./Inside.tsx')

/**
 * Fetches what is behind the door while one is still before it: who comes through finds it there.
 * @param kind what runs; null: nothing does, or it is not known
 */
export async function fetchInside(kind: string | null): Promise<void> {
  // What cannot be had now is asked for when it is shown.
  await Promise.allSettled([loadInside(), kind === null ? undefined : entryOf(kind)?.load()])
}
