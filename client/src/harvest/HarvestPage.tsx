import type { As, Door } from '@escale/shared'
import { useEffect } from 'react'
import { proposeLanguage } from '../i18n/language.ts'
import { ClosedPage } from '../join/ClosedPage.tsx'
import { closedBecause } from '../join/closed-because.ts'
import { useDoor } from '../join/use-door.ts'
import { LiveProvider } from '../stores/LiveProvider.tsx'
import { Loading } from '../ui/Loading.tsx'
import { HarvestShell } from './HarvestShell.tsx'
import { useHarvestTexts } from './texts.ts'

/** As whom this browser reads: what it may see most of first. */
const readerIn = ({ known }: Door): As | undefined =>
  known.facilitator ? 'facilitator' : known.participant ? 'participant' : known.screen ? 'screen' : undefined

/** `/harvest/:session`: all that the session produced, while it goes on and after. */
export function HarvestPage({ session }: { readonly session: string }) {
  const t = useHarvestTexts()
  const { state, again } = useDoor(session)
  const language = state.at === 'door' ? state.door.language : undefined
  useEffect(() => proposeLanguage(language), [language])

  if (state.at === 'asking') return <Loading>{t('opening')}</Loading>
  if (state.at === 'refused')
    return (
      <ClosedPage why={closedBecause(state.refusal) ?? 'unreachable'} session={session} onRetry={again} />
    )
  const as = readerIn(state.door)
  if (as === undefined) return <ClosedPage why="not-allowed" title={state.door.title} />
  return (
    <LiveProvider session={session} as={as}>
      <HarvestShell session={session} as={as} title={state.door.title} />
    </LiveProvider>
  )
}
