import { BegunText } from '../../words/BegunText.tsx'
import type { Put, Wall } from './use-wall.ts'

/** The note that was being written here when its field went away. */
export const BegunNote = ({ activity, wall }: { readonly activity: string; readonly wall: Wall }) => (
  // Sound: only the wall's own field keeps something under its activity.
  <BegunText activities={[activity]} onSend={(_, edit) => wall.addBegun(edit as Put)} />
)
