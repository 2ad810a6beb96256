import type { OwnLine } from '@escale/shared'
import { useSession } from '../stores/live-context.ts'

const NONE: readonly OwnLine[] = []

/** What I have of my own in activities that are over; nobody else is told. */
export const useOwn = (): readonly OwnLine[] => useSession((s) => s.me?.own ?? NONE)
