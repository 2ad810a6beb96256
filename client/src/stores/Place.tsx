import type { ReactNode } from 'react'
import { PlaceContext } from '../activities/kit/place.ts'
import { useSession } from './live-context.ts'

/** Tells everything inside, the kinds' views too, where the session is. */
export const Place = ({ children }: { readonly children: ReactNode }) => (
  <PlaceContext value={useSession((s) => s.session)}>{children}</PlaceContext>
)
