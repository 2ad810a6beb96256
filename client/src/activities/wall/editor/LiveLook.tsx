import type { WallSettings, WallView } from '@escale/shared/activities/wall'
import { LayoutChoice, LookDetails } from './Look.tsx'

interface LiveLookProps {
  readonly view: WallView
  readonly onChange: (settings: WallSettings) => void
}

/** The layout at one click while people write, and what belongs to it. */
export const LiveLook = ({ view, onChange }: LiveLookProps) => (
  <>
    <LayoutChoice look={view} onChange={onChange} isLive />
    <LookDetails look={view} onChange={onChange} isLive />
  </>
)
