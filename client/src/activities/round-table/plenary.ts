/** What one sees of the round who is in no open group: fetched apart, for whoever comes late is in one. */
export { Back } from './Back.tsx'
export { Forming } from './Forming.tsx'
export { PlenaryWait } from './PlenaryWait.tsx'
