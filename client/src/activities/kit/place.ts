import type { SessionSlice } from '@escale/shared'
import { createContext, useContext } from 'react'

/** Of the session around, what every view may need: in which language people write, and in whose time it is told. */
export const PlaceContext = createContext<Pick<SessionSlice, 'language' | 'timeZone'> | null>(null)

/** For an element with what people wrote: it is in the session's language, whatever the page speaks, and has its own direction. */
export const useWritten = () => ({ dir: 'auto', lang: useContext(PlaceContext)?.language }) as const
