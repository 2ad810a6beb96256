import { type ReactNode, useMemo } from 'react'
import { PlaceContext } from '../activities/kit/place.ts'
import { useSession } from './live-context.ts'

/** Tells everything inside, the kinds' views too, where the session is. */
export function Place({ children }: { readonly children: ReactNode }) {
  const language = useSession((s) => s.session?.language)
  const timeZone = useSession((s) => s.session?.timeZone)
  // Anew for another place alone: each note of a wall is drawn again with it.
  const place = useMemo(
    () => (language === undefined || timeZone === undefined ? null : { language, timeZone }),
    [language, timeZone],
  )
  return <PlaceContext value={place}>{children}</PlaceContext>
}
