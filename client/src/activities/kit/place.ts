import type { SessionSlice } from '@escale/shared'
import { createContext } from 'react'

/** Of the session around, what every view may need: in which language people write, and in whose time it is told. */
export const PlaceContext = createContext<Pick<SessionSlice, 'language' | 'timeZone'> | null>(null)
