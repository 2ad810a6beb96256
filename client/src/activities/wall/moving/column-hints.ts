import { createContext } from 'react'

/** Into which column the viewer dropped a note: there it is shown, wherever it would go by itself. By item id. */
export const ColumnHints = createContext<ReadonlyMap<string, number>>(new Map())
