import type { SlideView } from '@escale/shared/activities/slide'
import type { Stage } from '../kit/views.ts'
import { isBlank, Sheet } from './Sheet.tsx'

/** Everything to read, look at and open. */
export const Participant = ({ view }: Stage<SlideView>) => (isBlank(view) ? null : <Sheet view={view} />)
